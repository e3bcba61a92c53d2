package org.fundtrail.records.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundtrail.common.FindingProblem;

/** What the entries about one subject say, one after the other. */
final class Fold {
    /** A step that an entry says was taken. */
    record Taken(long position, JsonNode body) {}

    final String id;
    /** The facts by their own names, as they are now. */
    private final Map<String, JsonNode> facts = new TreeMap<>();
    /** The same and what an entry says besides of every record, by the names of columns. */
    final Map<String, JsonNode> columns = new TreeMap<>();
    /** Which entry has said a column last. */
    final Map<String, Long> saidAt = new TreeMap<>();

    final Map<Integer, Taken> steps = new TreeMap<>();
    final Map<String, Comment> comments = new TreeMap<>();
    final TreeSet<String> duties = new TreeSet<>();
    /** What comes before its first entry. */
    String type;

    long position;

    /** A comment on the subject. */
    record Comment(long position, Map<String, String> said) {}

    Fold(String id) {
        this.id = id;
    }

    boolean isEmpty() {
        return type == null;
    }

    /** Takes in the next entry; answers what a version after it has to say, or null where it is not about the record itself. */
    Map<String, JsonNode> take(long at, JsonNode body, Findings findings) {
        var subject = body.path("subject");
        position = at;
        if (body.path("action").asText().startsWith("comment.")) {
            comment(at, body);
            return null;
        }
        if (isEmpty()) {
            type = subject.path("type").asText();
            begin(at, body);
        }
        for (var change : body.path("changes")) {
            var field = change.path("field").asText();
            if (!Said.same(facts.get(field), change.path("before"))) {
                findings.add(
                        "journal.entry",
                        body.path("id").asText(),
                        field,
                        Place.position(at),
                        FindingProblem.DIFFERENT,
                        Said.text(facts.get(field)),
                        Said.text(change.path("before")));
            }
            facts.put(field, change.path("after"));
            say(Said.column(field), change.path("after"), at);
        }
        step(at, body);
        return facts;
    }

    private void begin(long at, JsonNode body) {
        say("id", body.path("subject").path("id"), at);
        say("institution", body.path("institution"), at);
        say("recorded_by", body.path("actor"), at);
        say("recorded_at", body.path("recordedAt"), at);
    }

    private void say(String column, JsonNode value, long at) {
        columns.put(column, value);
        saidAt.put(column, at);
    }

    private void step(long at, JsonNode body) {
        var step = body.path("step");
        if (step.isObject()) {
            steps.put(step.path("n").asInt(), new Taken(at, body));
            if (step.path("duty").isTextual()) {
                duties.add(body.path("actor").asText() + "," + step.path("duty").asText());
            }
        }
    }

    private void comment(long at, JsonNode body) {
        var changed = new TreeMap<String, JsonNode>();
        body.path("changes").forEach(change -> changed.put(change.path("field").asText(), change.path("after")));
        var id = Said.text(changed.get("commentId"));
        var said = comments.containsKey(id) ? comments.get(id).said() : new LinkedHashMap<String, String>();
        if (body.path("action").asText().equals("comment.recorded")) {
            said.put("id", id);
            said.put("institution", Said.text(body.path("institution")));
            about(said, "about_", body.path("subject"));
            about(said, "parent_", body.path("parent"));
            said.put("written_by", Said.text(body.path("actor")));
            said.put("written_at", Said.text(body.path("recordedAt")));
            said.put("text", Said.text(body.path("reason")));
            said.put("addressee", Said.text(changed.get("addresseeId")));
            said.put("due", Said.text(changed.get("by")));
        } else {
            said.put("answered_by", Said.text(body.path("actor")));
            said.put("answered_at", Said.text(body.path("recordedAt")));
            said.put("answer", Said.text(body.path("reason")));
        }
        comments.put(id, new Comment(at, said));
    }

    private static void about(Map<String, String> said, String prefix, JsonNode subject) {
        for (var part : List.of("type", "id", "reference")) {
            said.put(prefix + part, Said.text(subject.path(part)));
        }
    }

    /** The list that a fact says now. */
    List<JsonNode> list(String fact) {
        var items = new ArrayList<JsonNode>();
        var said = facts.get(fact);
        if (said != null) {
            said.forEach(items::add);
        }
        return items;
    }
}
