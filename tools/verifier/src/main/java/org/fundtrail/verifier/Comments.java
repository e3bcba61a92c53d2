package org.fundtrail.verifier;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people said about records: each comment has an entry when it is written and one when it is answered, about the record. */
final class Comments {
    static final String TABLE = "comments.comment";

    private final Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    private final Map<String, String> saidBy = new LinkedHashMap<>();

    void entry(Body body) {
        boolean isAnswer = body.text("action").equals("comment.answered");
        if (!isAnswer && !body.text("action").equals("comment.recorded")) {
            return;
        }
        var said = new LinkedHashMap<String, Object>();
        body.changes.forEach(change -> said.put(change.field(), change.after()));
        var id = String.valueOf(said.get("commentId"));
        var row = all.computeIfAbsent(id, i -> blank());
        saidBy.put(id, body.place());
        var prefix = isAnswer ? "answered_" : "written_";
        row.put(prefix + "by", body.text("actor"));
        row.put(prefix + "at", body.recordedAt);
        row.put(isAnswer ? "answer" : "text", body.text("reason"));
        if (!isAnswer) {
            row.put("id", id);
            row.put("institution", body.text("institution"));
            row.put("addressee", said.get("addresseeId"));
            row.put("due", said.get("by"));
            for (var part : new String[] {"type", "id", "reference"}) {
                row.put("about_" + part, body.subject(part));
                row.put("parent_" + part, body.parent(part));
            }
        }
    }

    private static Map<String, Object> blank() {
        var row = new LinkedHashMap<String, Object>();
        row.put("answered_by", null);
        row.put("answered_at", null);
        row.put("answer", null);
        return row;
    }

    void end(Expected expected) {
        all.forEach((id, row) -> expected.row(TABLE, id, saidBy.get(id), row));
    }
}
