package org.fundtrail.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever owns the database alters it, and an honest export is made of what is there then. */
class TamperTest {
    private static final SmallWorld WORLD = new SmallWorld(2);

    private interface Tampering {
        void with(SmallWorld world);
    }

    private static Report after(Tampering tampering) {
        var world = new SmallWorld(WORLD);
        tampering.with(world);
        return Exported.verified(world);
    }

    /** Every table of which something is proved. */
    private static List<String> tables() {
        return WORLD.tables.keySet().stream()
                .filter(table -> !WORLD.proofs.get(table).get("as").equals("none"))
                .toList();
    }

    private static boolean isNotProved(String table, String column) {
        return column.equals("version") || table.equals("journal.log_head") && column.equals("sealed_at");
    }

    private static Object other(Object value) {
        if (value == null) {
            return "2026-01-01";
        }
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof BigDecimal amount) {
            return amount.add(new BigDecimal("0.01"));
        }
        var text = (String) value;
        return text.startsWith("\\x") ? "\\x00" + text.substring(4) : text + "x";
    }

    @Test
    void every_value_of_every_column_that_is_altered_is_found_and_named() {
        for (var table : tables()) {
            var columns = WORLD.rows(table).isEmpty()
                    ? List.<String>of()
                    : List.copyOf(WORLD.rows(table).get(0).keySet());
            for (var column : columns) {
                var report = after(world -> {
                    var row = world.rows(table).get(world.rows(table).size() / 2);
                    row.put(column, other(row.get(column)));
                });
                assertEquals(isNotProved(table, column), report.isClean(), table + "." + column);
                assertTrue(
                        report.isClean() || report.findings().stream().anyMatch(f -> isAbout(f, table)),
                        table + "." + column + ": " + report.findings());
            }
        }
    }

    /** Keys and checkpoints are named by what they are, everything else by its table. */
    private static boolean isAbout(Report.Finding finding, String table) {
        return table.equals(finding.said().get("table"))
                || table.equals("journal.log_key") && finding.problem().name().contains("KEY")
                || table.equals("journal.checkpoint");
    }

    @Test
    void a_row_that_is_deleted_is_found() {
        for (var table : tables()) {
            if (!WORLD.rows(table).isEmpty()) {
                var report = after(
                        world -> world.rows(table).remove(world.rows(table).size() / 2));
                assertFalse(report.isClean(), table);
            }
        }
    }

    @Test
    void a_table_that_is_emptied_is_found() {
        for (var table : tables()) {
            if (!WORLD.rows(table).isEmpty()) {
                assertFalse(after(world -> world.rows(table).clear()).isClean(), table);
            }
        }
    }

    @Test
    void a_row_that_is_inserted_is_found() {
        for (var table : tables()) {
            if (!WORLD.rows(table).isEmpty()) {
                var report = after(world -> {
                    var copy = new LinkedHashMap<>(world.rows(table).get(0));
                    copy.replaceAll((column, value) -> List.of("id", "record", "entry_id", "account_id", "thing_id")
                                    .contains(column)
                            ? SmallWorld.id("another")
                            : value instanceof Long ? Long.valueOf(1_000_000) : value);
                    world.rows(table).add(copy);
                });
                assertFalse(report.isClean(), table);
                assertFalse(
                        after(world -> world.rows(table).add(world.rows(table).get(0)))
                                .isClean(),
                        table + " twice");
            }
        }
    }

    @Test
    void two_rows_that_are_swapped_are_found() {
        for (var table :
                List.of("things.thing", "things.thing_part", "journal.balance", "journal.account", "journal.leaf")) {
            var report = after(world -> {
                var one = world.rows(table).get(0);
                var other = world.rows(table).get(1);
                var kept = new HashMap<>(one);
                for (var column : List.copyOf(one.keySet())) {
                    if (!List.of("id", "account_id", "position", "n", "thing_id")
                            .contains(column)) {
                        one.put(column, other.get(column));
                        other.put(column, kept.get(column));
                    }
                }
            });
            assertFalse(report.isClean(), table);
        }
    }

    @Test
    void an_altered_entry_is_found_by_its_leaf_and_by_every_root_behind_it() {
        var report = after(world -> world.bodies.set(5, changed(world.bodies.get(5))));
        assertTrue(report.findings().stream().anyMatch(f -> f.problem() == Problem.ROOT_DIFFERS));
        assertTrue(report.findings().stream()
                .anyMatch(f -> "journal.entry".equals(f.said().get("table"))
                        && "5".equals(f.said().get("entry"))));
    }

    private static byte[] changed(byte[] body) {
        var text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
        return text.replaceFirst("\"officer\"", "\"0fficer\"")
                .replaceFirst("\"approver\"", "\"4pprover\"")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void a_tail_that_is_cut_off_entries_in_another_order_and_a_log_of_another_are_found() {
        assertFalse(after(world -> world.bodies.remove(world.bodies.size() - 1)).isClean());
        assertFalse(after(world -> world.rows("journal.leaf").remove(world.bodies.size() - 1))
                .isClean());
        assertFalse(
                after(world -> java.util.Collections.swap(world.bodies, 3, 4)).isClean());
        assertFalse(after(world -> world.bodies.set(2, world.bodies.get(3))).isClean());
        assertFalse(after(world -> world.bodies.add(2, world.bodies.get(3))).isClean());
        assertFalse(after(world -> {
                    world.checkpoints.clear();
                    world.checkpoints.addAll(new SmallWorld(2).checkpoints);
                })
                .isClean());
    }
}
