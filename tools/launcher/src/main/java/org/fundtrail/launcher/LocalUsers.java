package org.fundtrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The people of the demonstration: they exist only in the file that the launcher writes while no identity provider is configured. */
final class LocalUsers {

    static final String PASSWORD = "demo";

    record User(String id, String name, String role, String institution) {}

    static final List<User> ALL = List.of(
            new User("officer", "Rasa Kazlauskaitė", "funding-officer", "LT-VRM"),
            new User("verifier", "Tomas Petrauskas", "funding-officer", "LT-VRM"),
            new User("engineer", "Mindaugas Jonaitis", "project-officer", "LT-VRM"),
            new User("inspector", "Eglė Vaitkutė", "project-officer", "LT-VRM"),
            new User("approver", "Jonas Balčiūnas", "approver", "LT-VRM"),
            new User("accountant", "Aušra Stankevičiūtė", "accountant", "LT-VRM"),
            new User("auditor", "Vytautas Žukauskas", "auditor", "LT-VRM"),
            new User("admin", "Daiva Urbonaitė", "administrator", "LT-VRM"),
            new User("officer.lv", "Ilze Bērziņa", "funding-officer", "LV-IEM"));

    private LocalUsers() {}

    /** Once written the file is the owner's: who adds a user or changes a password there keeps that. */
    static void write(Path file) {
        if (Files.exists(file)) {
            return;
        }
        StringBuilder text =
                new StringBuilder("# The users of the local demonstration mode; unused once OIDC_URL is set.\n");
        for (User user : ALL) {
            String key = "fundtrail.users.\"" + user.id() + "\".";
            text.append(key).append("password=").append(PASSWORD).append('\n');
            text.append(key).append("name=").append(escaped(user.name())).append('\n');
            text.append(key).append("roles=").append(user.role()).append('\n');
            text.append(key).append("institution=").append(user.institution()).append('\n');
        }
        try {
            DataFolder.writeForOwner(file, text.toString());
        } catch (IOException e) {
            throw new CannotStart("The users of the demonstration cannot be written to " + file, e);
        }
    }

    /** Properties files are read as UTF-8 here and as Latin-1 there: the escaped form is the same in both. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c < 128 ? String.valueOf(c) : String.format("\\u%04X", (int) c));
        }
        return escaped.toString();
    }
}
