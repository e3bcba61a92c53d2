package org.fundtrail.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fundtrail.journal.CanonicalJson;

/** What records are, folded from the changes of the entries about them; no kind of record is known here by its name. */
final class Subjects {

    /** A record as its entries say it. */
    static final class Subject {
        final String type;
        final String id;
        /** By the names of columns: what is said, and by which entry. */
        final Map<String, Object> columns = new TreeMap<>();

        final Map<String, String> saidBy = new HashMap<>();
        private final Map<String, Object> facts = new TreeMap<>();
        private final Map<String, String> duties = new TreeMap<>();
        private long step;
        private long round;

        private Subject(Body body) {
            type = body.subject("type");
            id = body.subject("id");
            say("id", id, body);
            say("institution", body.text("institution"), body);
            say("recorded_by", body.text("actor"), body);
            say("recorded_at", body.recordedAt, body);
        }

        private void say(String column, Object value, Body body) {
            columns.put(column, value);
            saidBy.put(column, body.place());
        }

        /** The fact of this name, as it is written in entries. */
        Object fact(String name) {
            return facts.get(name);
        }

        String lastSaid(String fact) {
            return saidBy.getOrDefault(column(fact), saidBy.get("id"));
        }
    }

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private final Report report;
    private final Set<String> recorded;
    private final Set<String> versioned;
    private final Map<String, Subject> subjects = new LinkedHashMap<>();

    /**
     * @param recorded the types of records that have a table
     * @param versioned those whose entries each keep a version
     */
    Subjects(Report report, Set<String> recorded, Set<String> versioned) {
        this.report = report;
        this.recorded = recorded;
        this.versioned = versioned;
    }

    /** All of which something is said. */
    Iterable<Subject> all() {
        return subjects.values();
    }

    Subject of(String id) {
        return subjects.get(id);
    }

    void entry(Body body, Expected expected) {
        if (body.isOfItsSubject()) {
            var subject = subjects.computeIfAbsent(body.subject("id"), id -> new Subject(body));
            if (!subject.type.equals(body.subject("type"))) {
                report.found(Problem.TYPE_CHANGED, "entry", body.place(), "record", subject.id);
            }
            change(subject, body);
            if (body.part("step") != null) {
                step(subject, body, expected);
            }
            if (versioned.contains(subject.type)) {
                expected.row("journal.version", body.text("id"), body.place(), version(subject, body));
            }
        } else if (body.part("step") != null) {
            report.found(Problem.ENTRY_INCOMPLETE, "entry", body.place(), "what", "step");
        }
    }

    private void change(Subject subject, Body body) {
        for (var change : body.changes) {
            var known = subject.facts.get(change.field());
            if (recorded.contains(subject.type) && !same(known, change.before())) {
                report.found(
                        Problem.BEFORE_DIFFERS,
                        "entry",
                        body.place(),
                        "record",
                        subject.id,
                        "field",
                        change.field(),
                        "expected",
                        known,
                        "found",
                        change.before());
            }
            subject.facts.put(change.field(), change.after());
            subject.say(column(change.field()), change.after(), body);
        }
    }

    private static boolean same(Object one, Object other) {
        return java.util.Objects.equals(one, other);
    }

    private void step(Subject subject, Body body, Expected expected) {
        var step = body.part("step");
        long n = (Long) step.get("n");
        long round = (Long) step.get("round");
        if (n != subject.step + 1 || round != subject.round && round != subject.round + 1) {
            report.found(
                    Problem.STEP_OUT_OF_ORDER,
                    "entry",
                    body.place(),
                    "record",
                    subject.id,
                    "expected",
                    subject.step + 1,
                    "found",
                    n);
        }
        subject.step = n;
        subject.round = round;
        expected.row("journal.step", subject.id + " " + n, body.place(), step(subject, body));
        if (step.get("duty") instanceof String duty) {
            duty(subject, body, duty, expected);
        }
    }

    private static Map<String, Object> step(Subject subject, Body body) {
        var step = body.part("step");
        var row = new LinkedHashMap<String, Object>();
        row.put("record", subject.id);
        for (var name : new String[] {"n", "round", "step", "duty"}) {
            row.put(name, step.get(name));
        }
        row.put("person", body.text("actor"));
        row.put("at", body.recordedAt);
        row.put("reason", body.text("reason"));
        return row;
    }

    /** One person has one duty on a record, for ever. */
    private void duty(Subject subject, Body body, String duty, Expected expected) {
        var known = subject.duties.putIfAbsent(body.text("actor"), duty);
        if (known != null && !known.equals(duty)) {
            report.found(
                    Problem.TWO_DUTIES, "entry", body.place(), "record", subject.id, "expected", known, "found", duty);
        } else if (known == null) {
            expected.row(
                    "journal.duty",
                    subject.id + " " + body.text("actor"),
                    body.place(),
                    new LinkedHashMap<>(Map.of("record", subject.id, "person", body.text("actor"), "duty", duty)));
        }
    }

    private static Map<String, Object> version(Subject subject, Body body) {
        var row = new LinkedHashMap<String, Object>();
        row.put("log_id", body.number("log"));
        row.put("entry_id", body.text("id"));
        row.put("type", subject.type);
        row.put("record_id", subject.id);
        row.put("institution", body.text("institution"));
        row.put("facts", facts(subject.facts));
        return row;
    }

    /** Facts as a version keeps them. One that is nothing is not said by entries from the start, so it is left out here. */
    static String facts(Map<String, Object> facts) {
        var said = new TreeMap<>(facts);
        said.values().removeIf(java.util.Objects::isNull);
        return CanonicalJson.text(said);
    }

    /** How a fact is called as a column: {@code decision.signedOn} is {@code decision_signed_on}. */
    static String column(String fact) {
        return HUMP.matcher(fact.replace('.', '_')).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The list that a fact of a record says. */
    static List<Object> list(Subject subject, String fact) {
        return subject != null && subject.fact(fact) instanceof List<?> items ? new ArrayList<>(items) : List.of();
    }
}
