package org.fundtrail.verifier;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom records name, by id and salted hashes. An entry says both beside each other: {@code contractorId} and {@code contractor.name}, or in the
 * item of a list {@code identityId} and {@code name}.
 */
final class Named {
    private static final String HASH = "sha256:";
    private static final String NAME = "name";

    private static final class One {
        String entry;
        String name;
        String identifier;
        Object erasedAt;
    }

    private final Map<String, One> all = new LinkedHashMap<>();

    void entry(Body body) {
        if (body.text("action").equals("identity.erased")) {
            all.computeIfAbsent(body.subject("id"), id -> new One()).erasedAt = body.recordedAt;
            return;
        }
        var facts = new HashMap<String, Object>();
        for (var change : body.changes) {
            facts.put(change.field(), change.after());
            if (change.after() instanceof List<?> items) {
                items.forEach(item -> {
                    if (item instanceof Map<?, ?> within) {
                        take(within, body);
                    }
                });
            }
        }
        take(facts, body);
    }

    private void take(Map<?, ?> facts, Body body) {
        facts.forEach((field, value) -> {
            if (((String) field).endsWith(NAME) && value instanceof String hash && hash.startsWith(HASH)) {
                var prefix = ((String) field).substring(0, ((String) field).length() - NAME.length());
                var id = facts.get(prefix.isEmpty() ? "identityId" : prefix.substring(0, prefix.length() - 1) + "Id");
                if (id instanceof String whom) {
                    var one = all.computeIfAbsent(whom, i -> new One());
                    one.entry = body.place();
                    one.name = hex(hash);
                    one.identifier = facts.get(prefix + "identifier") instanceof String said ? hex(said) : null;
                }
            }
        });
    }

    private static String hex(String hash) {
        return hash.startsWith(HASH) ? "\\x" + hash.substring(HASH.length()) : hash;
    }

    void end(Expected expected) {
        all.forEach((id, one) -> {
            if (one.name != null) {
                var row = new LinkedHashMap<String, Object>();
                row.put("id", id);
                row.put("name_hash", one.name);
                row.put("identifier_hash", one.identifier);
                row.put("erased_at", one.erasedAt);
                expected.row("journal.identity", id, one.entry, row);
            }
        });
    }
}
