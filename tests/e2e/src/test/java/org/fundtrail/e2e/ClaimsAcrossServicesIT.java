package org.fundtrail.e2e;

import static org.fundtrail.e2e.Aid.APPROVED;
import static org.fundtrail.e2e.Aid.FUNDING;
import static org.fundtrail.e2e.Aid.INFRASTRUCTURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Random sequences of claims, deductions, returns, withdrawals, credit notes, recoveries and reversals over both services, either of which is
 * killed now and then while it is at work. Whatever was taken, refused or lost: no cent is declared or funded twice, funding-service knows
 * what infrastructure-service says, and every total is the sum of the entries. {@code -Dseed}, {@code -Dsteps} and {@code -Dkills} try others.
 */
@EnabledOnOs(OS.LINUX)
@ResourceLock(House.KILLED)
class ClaimsAcrossServicesIT {
    private static final List<House.Part> KILLED = List.of(House.Part.FUNDING, House.Part.INFRASTRUCTURE);
    private static final String COMMITTED = "600.00";

    private final long seed = Long.getLong("seed", 1);
    private final int steps = Integer.getInteger("steps", 90);
    private final int kills = Integer.getInteger("kills", 4);
    private final Random random = new Random(seed);
    private final House house =
            new House("claims", Map.of("FUNDTRAIL_DEMONSTRATION", "false", "FUNDTRAIL_LONGEST_PAUSE_SECONDS", "1"));
    private final Aid aid = new Aid(house);
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<String> claims = new ArrayList<>();
    private String project;
    private List<String> allocations;
    private List<String> invoices;
    private String directCost;

    @AfterEach
    void stop() {
        house.stop();
    }

    @Test
    void whatever_is_killed_whenever_no_cent_is_declared_or_funded_twice_and_totals_are_sums_of_entries()
            throws Exception {
        house.start();
        prepare();
        int killed = 0;
        for (int step = 0; step < steps; step++) {
            var killing = killed < kills * (step + 1) / steps ? killing(KILLED.get(killed++ % KILLED.size())) : null;
            var what = step();
            if (killing != null) {
                killing.join();
                house.awaitMended();
            }
            if (killing != null || step % 10 == 9) {
                holds("seed " + seed + ", step " + step + ": " + what);
            }
        }
        System.out.println("Taken with seed " + seed + ": " + taken);
        assertTrue(taken.values().stream().mapToInt(n -> n).sum() > steps / 3, "so few steps were taken: " + taken);
        var proof = new Proof(house);
        for (var service : List.of("infrastructure", "funding")) {
            proof.positionsHaveNoGap(service);
            proof.tablesAgree(service);
        }
    }

    private void prepare() {
        project = aid.project();
        var line = aid.costLine(project);
        var contract = aid.contract(project, line, "1000.00");
        invoices = List.of(
                aid.invoice(contract, "100.00", "21.00", "121.00"),
                aid.invoice(contract, "33.33", "7.00", "40.33"),
                aid.invoice(contract, "250.00", "52.50", "302.50"));
        directCost = aid.directCost(project, line, "77.77");
        var bmvi = aid.programme("BMVI");
        var national = aid.programme("NATIONAL");
        allocations = List.of(
                aid.committed(bmvi, "SPECIFIC_ACTION", "0.8", project, COMMITTED),
                aid.committed(bmvi, "REGULAR", "0.75", project, COMMITTED),
                aid.committed(national, "NATIONAL", "1", project, COMMITTED));
    }

    /** Kills it within the request that is sent meanwhile, or just before or after it. */
    private Thread killing(House.Part part) {
        var delay = random.nextInt(120);
        var thread = new Thread(() -> {
            try {
                Thread.sleep(delay);
                house.kill(part, new Random(seed));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    // ── The steps: as a rule one that the state of the claim allows ──

    private String step() {
        int what = claims.isEmpty() ? 0 : random.nextInt(12);
        if (what < 2) {
            return draft();
        }
        if (what == 2) {
            return credit();
        }
        if (what == 3) {
            return recover();
        }
        var claim = claims.get(claims.size() - 1 - random.nextInt(Math.min(4, claims.size())));
        boolean isBack = random.nextInt(6) == 0;
        return switch (read(FUNDING + "/claims/" + claim).<String>path("status")) {
            case "DRAFT", "RETURNED" -> did("submission", claim, "officer", Map.of());
            case "SUBMITTED" -> isBack ? comeBack(claim, "verification", "verifier") : verify(claim);
            case "VERIFIED" ->
                isBack
                        ? comeBack(claim, "authorisation", "approver")
                        : did("authorisation", claim, "approver", APPROVED);
            case "AUTHORISED" ->
                did("payment", claim, "accountant", Map.of("paidOn", "2026-03-02", "bankReference", "VRM-1"));
            case "PAID" ->
                isBack
                        ? did("steps", claim, "officer", Map.of("step", "REVERSE", "reason", "Not paid"))
                        : recover(claim);
            case "REVERSAL_PROPOSED" -> did("authorisation", claim, "approver", APPROVED);
            default -> draft();
        };
    }

    private String did(String address, String claim, String user, Object body) {
        return did("claim " + address, aid.send(user, FUNDING + "/claims/" + claim + "/" + address, body));
    }

    private String did(String what, Response answer) {
        assertTrue(answer.statusCode() < 500, what + ": " + answer.asString());
        if (answer.statusCode() < 300) {
            taken.merge(what, 1, Integer::sum);
            return what;
        }
        return what + " refused with " + answer.path("code");
    }

    private Response read(String path) {
        return house.get("auditor", path).statusCode(200).extract().response();
    }

    private String amount(int below) {
        return BigDecimal.valueOf(1 + random.nextInt(below * 100), 2).toPlainString();
    }

    private String draft() {
        var lines = new ArrayList<Map<String, Object>>();
        for (var invoice : invoices) {
            if (random.nextInt(2) == 0) {
                lines.add(line("INVOICE", "invoice", invoice));
            }
        }
        if (lines.isEmpty() || random.nextInt(3) == 0) {
            lines.add(line("DIRECT_COST", "directCost", directCost));
        }
        var allocation = allocations.get(random.nextInt(allocations.size()));
        var answer = aid.send(
                "officer", FUNDING + "/claims", Map.of("allocation", allocation, "project", project, "lines", lines));
        if (answer.statusCode() == 201) {
            claims.add(answer.path("id"));
        }
        return did("claim draft", answer);
    }

    private Map<String, Object> line(String kind, String name, String item) {
        var all = Map.<String, Object>of("kind", kind, name, item);
        return random.nextInt(3) == 0 ? all : Map.of("kind", kind, name, item, "amount", House.eur(amount(40)));
    }

    private String verify(String claim) {
        var deductions = new ArrayList<Map<String, Object>>();
        int lines = read(FUNDING + "/claims/" + claim).<List<?>>path("lines").size();
        for (int line = 1; line <= lines; line++) {
            if (random.nextInt(3) == 0) {
                deductions.add(Map.of(
                        "line",
                        line,
                        "amount",
                        House.eur(amount(6)),
                        "kind",
                        random.nextBoolean() ? "NOT_ELIGIBLE" : "NOT_PROVEN",
                        "reason",
                        "Not shown"));
            }
        }
        return did("verification", claim, "verifier", Map.of("outcome", "APPROVED", "deductions", deductions));
    }

    private String comeBack(String claim, String address, String user) {
        var outcome = Map.of("outcome", random.nextInt(3) == 0 ? "REJECTED" : "RETURNED", "reason", "Once more");
        return random.nextInt(3) == 0
                ? did("withdrawal", claim, "officer", Map.of("reason", "Mine"))
                : did(address, claim, user, outcome);
    }

    /** A part of an invoice is credited, whatever claims hold of it. */
    private String credit() {
        var invoice = invoices.get(random.nextInt(invoices.size()));
        var net = new BigDecimal(amount(12));
        var vat = net.multiply(new BigDecimal("0.21")).setScale(2, java.math.RoundingMode.HALF_UP);
        return did(
                "credit note",
                aid.send(
                        "engineer",
                        INFRASTRUCTURE + "/invoices/" + invoice + "/credit",
                        Map.of(
                                "number",
                                Aid.unique("CRE"),
                                "net",
                                House.eur(net.toPlainString()),
                                "vat",
                                House.eur(vat.toPlainString()),
                                "gross",
                                House.eur(net.add(vat).toPlainString()),
                                "issuedOn",
                                "2026-03-10",
                                "reason",
                                "Sent back")));
    }

    /** Takes something back of a claim that was paid. */
    private String recover(String claim) {
        return did(
                "recovery",
                aid.send(
                        "officer",
                        FUNDING + "/recoveries",
                        Map.of(
                                "claim",
                                claim,
                                "amount",
                                House.eur(amount(20)),
                                "reason",
                                "Found later",
                                "kind",
                                random.nextBoolean() ? "NOT_ELIGIBLE" : "NOT_PROVEN")));
    }

    /** Goes on with a recovery, one that the system established as well. */
    private String recover() {
        List<Map<String, Object>> open = read(FUNDING + "/recoveries?project=" + project + "&limit=200")
                .path("items.findAll { it.status == 'ESTABLISHED' || it.status == 'ORDERED' }");
        if (open.isEmpty()) {
            return draft();
        }
        var one = open.get(random.nextInt(open.size()));
        var at = FUNDING + "/recoveries/" + one.get("id");
        if (one.get("status").equals("ESTABLISHED")) {
            return did(
                    "recovery ordered",
                    aid.send(
                            "approver",
                            at + "/decision",
                            random.nextInt(5) == 0 ? Map.of("outcome", "REJECTED", "reason", "No ground") : APPROVED));
        }
        return switch (random.nextInt(4)) {
            case 0 -> did("recovery waived", aid.send("approver", at + "/waiver", Map.of("reason", "Too little")));
            case 1 -> offset(at);
            default ->
                did(
                        "recovery paid",
                        aid.send("accountant", at + "/payment", Map.of("paidOn", today(), "bankReference", "VRM-2")));
        };
    }

    private String offset(String recovery) {
        List<String> authorised = read(FUNDING + "/claims?project=" + project + "&status=AUTHORISED")
                .path("items.id");
        return authorised.isEmpty()
                ? draft()
                : did(
                        "recovery offset",
                        aid.send("accountant", recovery + "/offset", Map.of("claim", authorised.get(0))));
    }

    private static String today() {
        return java.time.LocalDate.now(java.time.ZoneId.of("Europe/Vilnius")).toString();
    }

    // ── What holds, whatever happened ──

    private void holds(String when) throws Exception {
        try (var funding = house.books("funding");
                var infrastructure = house.books("infrastructure")) {
            awaitFollowed(funding, infrastructure);
            for (var invoice : invoices) {
                isKnown(invoice, funding);
                isNeverTwice(invoice, funding);
            }
            isNeverTwice(directCost, funding);
            claimsAreWhatAccountsSay(funding);
            for (var allocation : allocations) {
                isTheSumOfItsClaims(allocation, funding);
            }
        } catch (AssertionError e) {
            throw new AssertionError(when + ": " + e.getMessage(), e);
        }
    }

    private static void awaitFollowed(Connection funding, Connection infrastructure) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        var last = House.number(infrastructure, "SELECT max(position) FROM journal.leaf");
        while (House.number(funding, "SELECT position FROM follower.place WHERE feed = 'infrastructure'")
                        .compareTo(last)
                < 0) {
            assertTrue(Instant.now().isBefore(until), "funding-service has not followed until " + last);
            House.pause();
        }
    }

    /** Of what no claim named nothing is known yet. */
    private void isKnown(String invoice, Connection funding) throws Exception {
        var credited =
                new BigDecimal(read(INFRASTRUCTURE + "/invoices/" + invoice).<String>path("credited.amount"));
        same(
                BigDecimal.ZERO,
                House.number(
                        funding,
                        "SELECT count(*) FROM funding.expenditure WHERE id = ?::uuid AND credited <> " + credited,
                        invoice),
                "funding-service knows of the credit notes of " + invoice);
    }

    /** On either chain all that came in stands somewhere, and what is held, free or kept is no more than the cost comes to. */
    private static void isNeverTwice(String item, Connection funding) throws Exception {
        var most = Map.of(
                "ELIGIBLE_COST", "CASE WHEN counts THEN eligible - eligible_credited ELSE 0 END",
                "GROSS_COST", "CASE WHEN counts THEN gross - credited ELSE 0 END");
        var chains = Map.of(
                "ELIGIBLE_COST", List.of("DECLARABLE", "DECLARED", "CREDITED_DECLARED", "NOT_ELIGIBLE"),
                "GROSS_COST", List.of("FUNDABLE", "FUNDED", "CREDITED_FUNDED", "UNFUNDED"));
        for (var chain : chains.entrySet()) {
            var kinds = chain.getValue();
            var in = stands(funding, item, chain.getKey()).negate();
            same(in, stands(funding, item, kinds.toArray(String[]::new)), chain + " of " + item);
            var taken = stands(funding, item, kinds.get(0), kinds.get(1));
            var all = taken.add(stands(funding, item, kinds.get(3)));
            var ceiling = House.number(
                    funding,
                    "SELECT coalesce(sum(" + most.get(chain.getKey())
                            + "), 0) FROM funding.expenditure WHERE id = ?::uuid",
                    item);
            assertTrue(
                    taken.signum() == 0 || all.compareTo(ceiling) <= 0,
                    chain + " of " + item + ": " + all + " of " + ceiling);
        }
    }

    /** What stands on accounts of these kinds: the sum of the postings, as entries say it. */
    private static BigDecimal stands(Connection funding, String owner, String... kinds) throws Exception {
        return House.number(funding, """
                SELECT coalesce(sum(CASE WHEN p.credit = a.id THEN p.amount ELSE -p.amount END), 0) FROM journal.account a
                JOIN journal.posting p ON a.id IN (p.debit, p.credit)
                WHERE a.owner = ?::uuid AND a.kind = ANY (string_to_array(?, ','))""", owner, String.join(",", kinds));
    }

    /** What a claim's line is paid stands on its item's accounts, but for what was taken back and came in. */
    private static void claimsAreWhatAccountsSay(Connection funding) throws Exception {
        same(BigDecimal.ZERO, House.number(funding, """
                        SELECT count(*) FROM funding.claim c JOIN funding.claim_line l ON l.claim_id = c.id
                        JOIN funding.claim_holding h ON h.claim_id = c.id AND h.n = l.n
                        WHERE CASE WHEN c.submitted_on IS NULL THEN 0 ELSE h.share END <> (
                            SELECT coalesce(sum(b.credits - b.debits), 0) FROM journal.account a JOIN journal.balance b ON b.account_id = a.id
                            WHERE a.owner = l.account AND a.party = c.id AND a.kind IN ('FUNDED', 'CREDITED_FUNDED'))
                          + (SELECT coalesce(sum(s.share), 0) FROM funding.recovery r JOIN funding.recovery_line s ON s.recovery_id = r.id
                            WHERE r.claim_id = c.id AND s.line = l.n + 1 AND r.status IN ('PAID', 'OFFSET'))"""), "lines of claims whose accounts say something else");
    }

    private static void isTheSumOfItsClaims(String allocation, Connection funding) throws Exception {
        var paid = sum(funding, "claim", "share", "'PAID', 'REVERSAL_PROPOSED'", allocation);
        var open = sum(funding, "claim", "share", "'SUBMITTED', 'CLOCK_STOPPED', 'VERIFIED', 'AUTHORISED'", allocation);
        var back = sum(funding, "recovery", "amount", "'PAID', 'OFFSET'", allocation);
        same(open, stands(funding, allocation, "CLAIMED"), "claimed");
        same(paid.subtract(back), stands(funding, allocation, "REIMBURSED"), "reimbursed");
        same(new BigDecimal(COMMITTED), stands(funding, allocation, "COMMITTED", "CLAIMED", "REIMBURSED"), "committed");
        same(
                sum(funding, "recovery", "amount", "'ORDERED'", allocation),
                stands(funding, allocation, "RECEIVABLE"),
                "to be paid back");
        same(back, stands(funding, allocation, "RECOVERED", "OFFSET"), "recovered");
    }

    private static void same(BigDecimal wanted, BigDecimal found, String what) {
        assertEquals(0, wanted.compareTo(found), () -> what + ": " + found + " and not " + wanted);
    }

    private static BigDecimal sum(Connection funding, String of, String amount, String states, String allocation)
            throws Exception {
        return House.number(
                funding,
                "SELECT coalesce(sum(" + amount + "), 0.00) FROM funding." + of + " WHERE status IN (" + states
                        + ") AND allocation_id = ?::uuid",
                allocation);
    }
}
