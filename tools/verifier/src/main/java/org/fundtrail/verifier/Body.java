package org.fundtrail.verifier;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fundtrail.journal.CanonicalJson;

/** What an entry says. Its bytes are the one canonical form of it, and it has everything that an entry has. */
final class Body {
    /** The place of an entry that has none yet. */
    static final long NOWHERE = -1;

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    private static final Pattern CODE = Pattern.compile("[^/]+/[^/]+(/[^/]+)?/[^/]+");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,23}\\.[0-9]{2}");
    private static final List<String> TEXTS = List.of(
            "id",
            "actor",
            "client",
            "idempotencyKey",
            "institution",
            "role",
            "action",
            "effectiveDate",
            "statedDate",
            "recordedAt");

    /** Money that an entry moves. */
    record Posting(String debit, String credit, BigDecimal amount, String currency) {}

    /** A field of a record, before and after. */
    record Changed(String field, Object before, Object after) {}

    /** An account that an entry opens. */
    record Opened(String code, String currency, BigDecimal floor) {}

    private final Map<String, Object> said;
    final long position;
    final List<Posting> postings;
    final List<Changed> changes;
    final List<Opened> opens;
    final LocalDate effective;
    final Instant recordedAt;

    private Body(long position, Map<String, Object> said) throws Unreadable {
        this.position = position;
        this.said = said;
        for (var text : TEXTS) {
            must(said.get(text) instanceof String, text);
        }
        must(said.get("log") instanceof Long && said.get("line") instanceof Long, "line");
        must(isSubject(said.get("subject")), "subject");
        must(said.get("parent") == null || isSubject(said.get("parent")), "parent");
        must(said.get("step") == null || isStep(said.get("step")), "step");
        must(said.get("reason") == null || said.get("reason") instanceof String, "reason");
        must(said.get("reverses") == null || said.get("reverses") instanceof Map, "reverses");
        postings = each("postings", Body::posting);
        changes = each("changes", Body::changed);
        opens = each("opens", Body::opened);
        must(INSTANT.matcher(text("recordedAt")).matches(), "recordedAt");
        try {
            effective = LocalDate.parse(text("effectiveDate"));
            must(!LocalDate.parse(text("statedDate")).isAfter(effective), "effectiveDate");
            recordedAt = Instant.parse(text("recordedAt"));
        } catch (DateTimeException e) {
            throw incomplete("recordedAt");
        }
    }

    static Body read(long position, byte[] bytes) throws Unreadable {
        var said = Json.object(bytes);
        if (!isCanonical(said, bytes)) {
            throw new Unreadable(Problem.NOT_CANONICAL);
        }
        return new Body(position, said);
    }

    static boolean isCanonical(Object said, byte[] bytes) {
        try {
            return Arrays.equals(CanonicalJson.bytes(said), bytes);
        } catch (IllegalArgumentException e) {
            return false; // a fraction, or a number that is too large
        }
    }

    private static boolean isSubject(Object said) {
        return said instanceof Map<?, ?> subject
                && subject.get("type") instanceof String
                && subject.get("id") instanceof String
                && subject.get("reference") instanceof String;
    }

    private static boolean isStep(Object said) {
        return said instanceof Map<?, ?> step
                && step.get("n") instanceof Long
                && step.get("round") instanceof Long
                && step.get("step") instanceof String;
    }

    private interface Part<T> {
        T of(Map<?, ?> said) throws Unreadable;
    }

    private <T> List<T> each(String name, Part<T> part) throws Unreadable {
        must(said.get(name) instanceof List, name);
        var all = new java.util.ArrayList<T>();
        for (var one : (List<?>) said.get(name)) {
            must(one instanceof Map, name);
            all.add(part.of((Map<?, ?>) one));
        }
        return all;
    }

    private static Posting posting(Map<?, ?> said) throws Unreadable {
        var amount = amount(said.get("amount"));
        must(
                said.get("debit") instanceof String
                        && said.get("credit") instanceof String
                        && !said.get("debit").equals(said.get("credit"))
                        && said.get("currency") instanceof String
                        && amount.signum() > 0,
                "postings");
        return new Posting(
                (String) said.get("debit"), (String) said.get("credit"), amount, (String) said.get("currency"));
    }

    private static Changed changed(Map<?, ?> said) throws Unreadable {
        must(said.get("field") instanceof String && said.containsKey("before") && said.containsKey("after"), "changes");
        return new Changed((String) said.get("field"), said.get("before"), said.get("after"));
    }

    private static Opened opened(Map<?, ?> said) throws Unreadable {
        must(said.get("code") instanceof String && said.get("currency") instanceof String, "opens");
        var code = (String) said.get("code");
        must(CODE.matcher(code).matches() && code.endsWith("/" + said.get("currency")), "opens");
        return new Opened(
                code, (String) said.get("currency"), said.get("floor") == null ? null : amount(said.get("floor")));
    }

    private static BigDecimal amount(Object said) throws Unreadable {
        must(said instanceof String text && AMOUNT.matcher(text).matches(), "amount");
        return new BigDecimal((String) said);
    }

    private static void must(boolean holds, String what) throws Unreadable {
        if (!holds) {
            throw incomplete(what);
        }
    }

    private static Unreadable incomplete(String what) {
        return new Unreadable(Problem.ENTRY_INCOMPLETE, "what", what);
    }

    String text(String name) {
        return (String) said.get(name);
    }

    long number(String name) {
        return (Long) said.get(name);
    }

    /** A part of the entry; null where it has none. */
    Map<?, ?> part(String name) {
        return (Map<?, ?>) said.get(name);
    }

    String subject(String part) {
        return (String) part("subject").get(part);
    }

    String parent(String part) {
        return part("parent") == null ? null : (String) part("parent").get(part);
    }

    /** Who asked for it: floors hold for all that one request does. */
    String request() {
        return text("actor") + "\n" + text("client") + "\n" + text("idempotencyKey");
    }

    /** Whether it is about what its subject says itself, and not something that is said about it, as a comment is. */
    boolean isOfItsSubject() {
        return text("action").startsWith(subject("type") + ".");
    }

    /** Where it stands, for a report. */
    String place() {
        return position == NOWHERE ? text("id") : String.valueOf(position);
    }
}
