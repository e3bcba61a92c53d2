package org.fundtrail.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fundtrail.verifier.SmallWorld.change;
import static org.fundtrail.verifier.SmallWorld.id;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Things that have a price, parts, a drawing and a maker, which are recorded and approved, paid for in part and commented on. */
final class Things {
    private static final Map<String, Object> KIND = Row.of("type", "kind", "id", id("kind"), "reference", "K-1");

    private final SmallWorld world;

    Things(SmallWorld world) {
        this.world = world;
        world.table("comments.comment", Map.of("as", "comments"));
        var rules = Map.of("otherwise", Map.of("allowed", "amount"), "hashed", Map.of("drawing", "sha256"));
        var proof = Row.of("as", "record", "type", "thing");
        proof.putAll(rules);
        world.table("things.thing", proof);
        world.table("things.thing_part", Map.of("as", "list", "owner", "thing_id", "fact", "parts"));
    }

    void record(int things) {
        for (int n = 0; n < things; n++) {
            var thing = Row.of("type", "thing", "id", id("thing-" + n), "reference", "thing-" + n);
            var day = LocalDate.of(2025, 11, 28).plusDays(17L * (n % 7)).toString();
            var recorded = record(n, thing, day);
            approve(n, thing, day);
            row(n, recorded, day);
            if (n % 3 == 0) {
                comment(n, thing);
            }
        }
    }

    private static String amount(int n) {
        return "%d.%02d".formatted(100 + n, n % 100);
    }

    private static String hash(String of) {
        return HexFormat.of().formatHex(Plain.hash(-1, of.getBytes(UTF_8)));
    }

    private static List<Map<String, Object>> parts(int n) {
        return List.of(Row.of("title", "first of " + n, "weight", "1.50"), Row.of("title", "second", "weight", null));
    }

    private Map<String, Object> record(int n, Map<String, Object> thing, String day) {
        var changes = List.of(
                change("status", null, "PROPOSED"),
                change("title.en", null, "Thing \u201e" + n + "\u201c"),
                change("amount", null, amount(n)),
                change("makerId", null, id("maker" + n)),
                change("maker.name", null, "sha256:" + hash("name" + n)),
                change("maker.identifier", null, "sha256:" + hash("code" + n)),
                change("sha256", null, hash("drawing")),
                change("signedOn", null, null),
                change("parts", null, parts(n)));
        var step = Row.of("n", 1L, "round", 1L, "step", "RECORD", "duty", "INITIATE");
        var said =
                Row.of("action", "thing.recorded", "role", "officer", "subject", thing, "parent", KIND, "step", step);
        said.putAll(Row.of("changes", changes, "effectiveDate", day));
        said.put("postings", List.of(SmallMoney.posting("GIVEN", "AVAILABLE", thing, amount(n))));
        return world.entry(said, 3 * n + 1);
    }

    private void approve(int n, Map<String, Object> thing, String day) {
        var changes = List.of(change("status", "PROPOSED", "APPROVED"), change("signedOn", null, day));
        var step = Row.of("n", 2L, "round", 1L, "step", "APPROVE", "duty", "APPROVE");
        var said =
                Row.of("action", "thing.approved", "role", "approver", "subject", thing, "parent", KIND, "step", step);
        said.putAll(Row.of("changes", changes, "reason", "As it should be"));
        said.put("postings", List.of(SmallMoney.posting("AVAILABLE", "USED", thing, "40.00")));
        world.entry(said, 3 * n + 2);
    }

    private void row(int n, Map<String, Object> recorded, String day) {
        var row = Row.from(
                recorded, "id=subject.id version=#2 institution recorded_by=actor status='APPROVED drawing='drawing");
        row.put("recorded_at", SmallWorld.shown(recorded.get("recordedAt")));
        row.putAll(Row.of("title_en", "Thing \u201e" + n + "\u201c", "maker_id", id("maker" + n), "signed_on", day));
        row.putAll(Row.of("amount", SmallWorld.amount(amount(n)), "allowed", SmallWorld.amount(amount(n))));
        world.rows("things.thing").add(row);
        for (int i = 0; i < 2; i++) {
            var part = Row.of(
                    "thing_id",
                    row.get("id"),
                    "n",
                    (long) i,
                    "title",
                    parts(n).get(i).get("title"));
            part.put("weight", SmallWorld.amount(i == 0 ? "1.500" : null));
            world.rows("things.thing_part").add(part);
        }
        var maker = Row.of("id", id("maker" + n), "name_hash", "\\x" + hash("name" + n), "erased_at", null);
        maker.put("identifier_hash", "\\x" + hash("code" + n));
        world.rows("journal.identity").add(maker);
    }

    private void comment(int n, Map<String, Object> thing) {
        var changes = List.of(
                change("commentId", null, id("comment" + n)),
                change("addresseeId", null, id("officer")),
                change("by", null, "2026-02-01"));
        var said = Row.of("action", "comment.recorded", "role", "auditor", "subject", thing, "parent", KIND);
        said.putAll(Row.of("changes", changes, "reason", "Why so much?"));
        var row = Row.from(world.entry(said, 3 * n + 3), """
            institution about_type=subject.type about_id=subject.id about_reference=subject.reference written_by=actor
            parent_type=parent.type parent_id=parent.id parent_reference=parent.reference text=reason answered_by answered_at answer\
            """);
        row.putAll(Row.of("id", id("comment" + n), "addressee", id("officer"), "due", "2026-02-01"));
        row.put("written_at", SmallWorld.shown(SmallWorld.at(3 * n + 3)));
        world.rows("comments.comment").add(row);
    }
}
