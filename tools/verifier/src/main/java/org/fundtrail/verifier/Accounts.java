package org.fundtrail.verifier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The money of the books, moved posting by posting. Accounts are opened once and keep their floors at the end of each request: requests that
 * touch one account follow each other, whatever stands between their entries.
 */
final class Accounts {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private static final class Account {
        final Body.Opened opened;
        final String openedAt;
        String institution;
        String openedBy;
        String lastRequest;
        String lastEntry;
        BigDecimal debits = NOTHING;
        BigDecimal credits = NOTHING;
        LocalDate creditedOn;
        final TreeMap<LocalDate, BigDecimal[]> days = new TreeMap<>();

        Account(Body.Opened opened, Body by) {
            this.opened = opened;
            openedAt = by.place();
            openedBy = by.request();
            lastRequest = by.request();
            lastEntry = by.place();
        }

        void move(Body by, BigDecimal debit, BigDecimal credit) {
            debits = debits.add(debit);
            credits = credits.add(credit);
            if (credit.signum() > 0 && (creditedOn == null || by.effective.isAfter(creditedOn))) {
                creditedOn = by.effective;
            }
            var day = days.computeIfAbsent(by.effective, d -> new BigDecimal[] {NOTHING, NOTHING});
            day[0] = day[0].add(debit);
            day[1] = day[1].add(credit);
            if (by.request().equals(openedBy)) {
                institution = by.text("institution");
            }
        }

        boolean holds() {
            return opened.floor() == null || credits.subtract(debits).compareTo(opened.floor()) >= 0;
        }
    }

    private final Report report;
    private final Map<String, Account> accounts = new HashMap<>();

    Accounts(Report report) {
        this.report = report;
    }

    void entry(Body body, Expected expected) {
        for (var opened : body.opens) {
            boolean isMoved = body.postings.stream()
                    .anyMatch(p -> p.debit().equals(opened.code()) || p.credit().equals(opened.code()));
            if (!isMoved || accounts.putIfAbsent(opened.code(), new Account(opened, body)) != null) {
                report.found(Problem.ACCOUNT_OPENED_WRONGLY, "entry", body.place(), "account", opened.code());
            }
        }
        long line = 0;
        for (var posting : body.postings) {
            line++;
            var debit = account(body, posting.debit(), posting.currency());
            var credit = account(body, posting.credit(), posting.currency());
            if (debit != null) {
                debit.move(body, posting.amount(), NOTHING);
            }
            if (credit != null) {
                credit.move(body, NOTHING, posting.amount());
            }
            expected.row("journal.posting", body.text("id") + " " + line, body.place(), posting(body, line, posting));
        }
    }

    private static Map<String, Object> posting(Body body, long line, Body.Posting posting) {
        var row = new LinkedHashMap<String, Object>();
        row.put("log_id", body.number("log"));
        row.put("entry_id", body.text("id"));
        row.put("line", line);
        row.put("debit", posting.debit());
        row.put("credit", posting.credit());
        row.put("amount", posting.amount());
        row.put("currency", posting.currency());
        row.put("effective_date", body.text("effectiveDate"));
        return row;
    }

    private Account account(Body body, String code, String currency) {
        var account = accounts.get(code);
        if (account == null || !account.opened.currency().equals(currency)) {
            report.found(Problem.ACCOUNT_NOT_OPEN, "entry", body.place(), "account", code);
            return null;
        }
        if (!account.lastRequest.equals(body.request())) {
            mustHold(account);
            account.lastRequest = body.request();
        }
        account.lastEntry = body.place();
        return account;
    }

    private void mustHold(Account account) {
        if (!account.holds()) {
            report.found(
                    Problem.FLOOR_BROKEN,
                    "entry",
                    account.lastEntry,
                    "account",
                    account.opened.code(),
                    "expected",
                    account.opened.floor(),
                    "found",
                    account.credits.subtract(account.debits));
        }
    }

    /** After the last entry: what accounts, balances and turnovers have to be. */
    void end(Expected expected) {
        accounts.values().forEach(account -> {
            mustHold(account);
            var code = account.opened.code();
            expected.row("journal.account", code, account.openedAt, account(account));
            expected.row("journal.balance", code, account.lastEntry, balance(account));
            turnovers(account, expected);
        });
        report.checked("accounts", accounts.size());
    }

    private static Map<String, Object> account(Account account) {
        var parts = account.opened.code().split("/");
        var row = new LinkedHashMap<String, Object>();
        row.put("log_id", 1L);
        row.put("kind", parts[0]);
        row.put("owner", parts[1]);
        row.put("party", parts.length == 4 ? parts[2] : null);
        row.put("institution", account.institution);
        row.put("currency", account.opened.currency());
        row.put("code", account.opened.code());
        row.put("floor", account.opened.floor());
        return row;
    }

    private static Map<String, Object> balance(Account account) {
        var row = new LinkedHashMap<String, Object>();
        row.put("log_id", 1L);
        row.put("account_id", account.opened.code());
        row.put("debits", account.debits);
        row.put("credits", account.credits);
        row.put("floor", account.opened.floor());
        row.put("credited_on", account.creditedOn == null ? null : account.creditedOn.toString());
        return row;
    }

    /** By the end of each day since its month began, of each month since its year began, and of each year since ever. */
    private static void turnovers(Account account, Expected expected) {
        var rows = new LinkedHashMap<String, Map<String, Object>>();
        var year = new BigDecimal[] {NOTHING, NOTHING};
        var month = year.clone();
        var day = year.clone();
        LocalDate before = null;
        for (var moved : account.days.entrySet()) {
            var now = moved.getKey();
            if (before != null && before.getYear() != now.getYear()) {
                month = new BigDecimal[] {NOTHING, NOTHING};
            }
            if (before != null && ChronoUnit.MONTHS.between(before.withDayOfMonth(1), now.withDayOfMonth(1)) != 0) {
                day = new BigDecimal[] {NOTHING, NOTHING};
            }
            for (var span : new BigDecimal[][] {year, month, day}) {
                span[0] = span[0].add(moved.getValue()[0]);
                span[1] = span[1].add(moved.getValue()[1]);
            }
            turnover(rows, account, "year", now.withDayOfYear(1), year);
            turnover(rows, account, "month", now.withDayOfMonth(1), month);
            turnover(rows, account, "day", now, day);
            before = now;
        }
        rows.forEach((key, row) -> expected.row("journal.turnover", key, account.lastEntry, row));
    }

    private static void turnover(
            Map<String, Map<String, Object>> rows, Account account, String span, LocalDate since, BigDecimal[] moved) {
        var row = new LinkedHashMap<String, Object>();
        row.put("log_id", 1L);
        row.put("account_id", account.opened.code());
        row.put("span", span);
        row.put("since", since.toString());
        row.put("debits", moved[0]);
        row.put("credits", moved[1]);
        rows.put(account.opened.code() + " " + span + " " + since, row);
    }
}
