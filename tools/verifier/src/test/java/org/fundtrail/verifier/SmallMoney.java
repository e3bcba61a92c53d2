package org.fundtrail.verifier;

import static org.fundtrail.verifier.SmallWorld.id;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The accounts of a small world. What had moved by a day is added up by the sentences that its tables are described with. */
final class SmallMoney {
    private record Moved(boolean isCredit, LocalDate day, BigDecimal amount) {}

    private final SmallWorld world;
    private final Map<String, List<Moved>> accounts = new TreeMap<>();

    SmallMoney(SmallWorld world) {
        this.world = world;
    }

    static Map<String, Object> posting(String from, String to, Map<String, Object> of, String amount) {
        var end = "/" + of.get("id") + "/EUR";
        return Row.of("debit", from + end, "credit", to + end, "amount", amount, "currency", "EUR");
    }

    private static BigDecimal floor(String code) {
        return code.startsWith("GIVEN") ? null : new BigDecimal("0.00");
    }

    /** What the entry has to say of accounts that it is the first to move; its postings get their rows. */
    List<Map<String, Object>> opens(Map<String, Object> body) {
        var opens = new ArrayList<Map<String, Object>>();
        long line = 1;
        for (var one : (List<?>) body.get("postings")) {
            var row = Row.from(body, "log_id=log entry_id=id effective_date=effectiveDate currency='EUR");
            row.put("line", line++);
            row.put("amount", new BigDecimal((String) ((Map<?, ?>) one).get("amount")));
            for (var side : List.of("debit", "credit")) {
                var code = (String) ((Map<?, ?>) one).get(side);
                row.put(side, id(code));
                var day = LocalDate.parse((String) body.get("effectiveDate"));
                var its = accounts.computeIfAbsent(code, opened -> {
                    opens.add(open(opened));
                    return new ArrayList<>();
                });
                its.add(new Moved(side.equals("credit"), day, (BigDecimal) row.get("amount")));
            }
            world.rows("journal.posting").add(row);
        }
        return opens;
    }

    private Map<String, Object> open(String code) {
        var parts = code.split("/");
        var row = Row.of("log_id", 1L, "id", id(code), "kind", parts[0], "owner", parts[1], "party", null);
        row.putAll(Row.of("institution", "XX-1", "currency", "EUR", "code", code, "floor", floor(code)));
        world.rows("journal.account").add(row);
        return Row.of("code", code, "currency", "EUR", "floor", floor(code) == null ? null : "0.00");
    }

    void balances() {
        accounts.forEach((code, its) -> {
            var row = sums(its, LocalDate.MIN, LocalDate.MAX);
            row.putAll(Row.of("log_id", 1L, "account_id", id(code), "floor", floor(code), "credited_on", null));
            its.stream()
                    .filter(Moved::isCredit)
                    .map(one -> one.day().toString())
                    .max(String::compareTo)
                    .ifPresent(day -> row.put("credited_on", day));
            world.rows("journal.balance").add(row);
            turnovers(code, its);
        });
    }

    private void turnovers(String code, List<Moved> its) {
        var spans = new TreeMap<String, Map<String, Object>>();
        for (var one : its) {
            var year = one.day().withDayOfYear(1);
            var month = one.day().withDayOfMonth(1);
            spans.put("year " + year, sums(its, LocalDate.MIN, year.plusYears(1).minusDays(1)));
            spans.put("month " + month, sums(its, year, month.plusMonths(1).minusDays(1)));
            spans.put("day " + one.day(), sums(its, month, one.day()));
        }
        spans.forEach((span, row) -> {
            row.putAll(Row.of(
                    "log_id", 1L, "account_id", id(code), "span", span.split(" ")[0], "since", span.split(" ")[1]));
            world.rows("journal.turnover").add(row);
        });
    }

    private static Map<String, Object> sums(List<Moved> its, LocalDate from, LocalDate to) {
        return Row.of("debits", sum(its, false, from, to), "credits", sum(its, true, from, to));
    }

    private static BigDecimal sum(List<Moved> its, boolean isCredit, LocalDate from, LocalDate to) {
        return its.stream()
                .filter(one -> one.isCredit() == isCredit
                        && !one.day().isBefore(from)
                        && !one.day().isAfter(to))
                .map(Moved::amount)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
