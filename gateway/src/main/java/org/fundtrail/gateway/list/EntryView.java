package org.fundtrail.gateway.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fundtrail.common.Entry;
import org.fundtrail.common.Time;
import org.fundtrail.gateway.frame.Links;
import org.fundtrail.gateway.frame.Names;
import org.fundtrail.gateway.language.FieldValue;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** An entry of a journal as the reader sees it, in the history of a record and in the audit trail. */
public record EntryView(
        String service,
        long position,
        Instant at,
        String icon,
        String tone,
        String actor,
        String role,
        String sentence,
        String reference,
        String href,
        String reason,
        String action,
        LocalDate effective,
        Long reverses,
        List<Difference> changes,
        List<Booking> postings,
        String fingerprint) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A changed field before and after.
     *
     * @param path by which the API names it
     */
    public record Difference(String path, String field, String before, String after) {}

    public record Booking(String debit, String credit, String amount) {}

    public LocalDate day() {
        return LocalDate.ofInstant(at, Time.VILNIUS);
    }

    public String shortFingerprint() {
        return fingerprint.length() < 12
                ? fingerprint
                : fingerprint.substring(0, 4) + "…" + fingerprint.substring(fingerprint.length() - 4);
    }

    public static EntryView of(Entry entry, String service, Language language) {
        var verb = entry.action().substring(entry.action().lastIndexOf('.') + 1);
        var subject = entry.subject();
        var kind = subject == null ? "" : subject.type();
        return new EntryView(
                service,
                entry.position(),
                entry.recordedAt(),
                icon(verb),
                tone(verb),
                Names.person(language, entry.actor()),
                entry.role(),
                sentence(entry),
                subject == null ? "" : subject.reference(),
                subject == null ? null : Links.to(subject, entry.parent()),
                entry.reason(),
                entry.action(),
                entry.effectiveDate(),
                entry.reverses() == null ? null : entry.reverses().position(),
                entry.changes() == null
                        ? List.of()
                        : entry.changes().stream()
                                .filter(c -> isForReaders(c.field()))
                                .map(c -> new Difference(
                                        c.field(),
                                        Words.field(language, c.field()),
                                        FieldValue.of(language, kind, c.field(), plain(c.before())),
                                        FieldValue.of(language, kind, c.field(), plain(c.after()))))
                                .toList(),
                entry.postings() == null
                        ? List.of()
                        : entry.postings().stream()
                                .map(p -> new Booking(
                                        account(language, p.debit(), entry),
                                        account(language, p.credit(), entry),
                                        language.money(p.amount())))
                                .toList(),
                entry.leafHash() == null ? "" : entry.leafHash());
    }

    /** It goes on from the name: the services say it in the reader's language. */
    private static String sentence(Entry entry) {
        var said = entry.sentence();
        return said == null || said.isEmpty() ? "" : " " + Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }

    /** Text, truth, maps and lists of them. */
    public static Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }

    /** Ids, and what an entry says besides for the position alone, mean nothing to a reader. */
    private static boolean isForReaders(String field) {
        return !field.equals("id")
                && !field.endsWith(".id")
                && !field.endsWith("Id")
                && !field.endsWith(".type")
                && !field.equals("n")
                && !field.equals("counts")
                && !field.equals("itemVersion")
                && !field.equals("projectReference")
                && !field.startsWith("projectTitle.")
                && !field.equals("programmeFund")
                && !field.equals("programmeName");
    }

    /** An account in words: what stands there, and of which record. */
    private static String account(Language language, String code, Entry entry) {
        var parts = code.split("/");
        var kind = Words.find(language, "account." + parts[0]);
        var owner = parts.length < 2 ? "" : reference(parts[1], entry);
        var project = parts.length == 4 && entry.about() != null ? entry.about().get("project") : null;
        return (kind == null ? parts[0] : kind)
                + (owner.isEmpty() ? "" : " – " + owner)
                + (project == null ? "" : " – " + project);
    }

    private static String reference(String id, Entry entry) {
        if (entry.subject() != null && id.equals(entry.subject().id().toString())) {
            return entry.subject().reference();
        }
        return entry.parent() != null && id.equals(entry.parent().id().toString())
                ? entry.parent().reference()
                : "";
    }

    private static String icon(String verb) {
        return switch (verb) {
            case "approved", "confirmed" -> "tick";
            case "rejected", "refused", "reversal-refused" -> "cross";
            case "returned", "withdrawn", "reversal-proposed", "reversed" -> "back";
            case "changed" -> "change";
            default -> "new";
        };
    }

    private static String tone(String verb) {
        return switch (verb) {
            case "approved", "confirmed" -> "ft-log__i--ok";
            case "rejected", "refused" -> "ft-log__i--bad";
            case "returned", "reversal-proposed", "reversed" -> "ft-log__i--warn";
            default -> "";
        };
    }
}
