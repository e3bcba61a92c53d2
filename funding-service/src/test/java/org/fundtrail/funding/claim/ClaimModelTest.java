package org.fundtrail.funding.claim;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.claim.Claiming.APPROVED;
import static org.fundtrail.funding.claim.Claiming.committed;
import static org.fundtrail.funding.claim.Claiming.deduction;
import static org.fundtrail.funding.claim.Claiming.line;
import static org.fundtrail.funding.claim.Claiming.project;
import static org.fundtrail.funding.costoption.Options.approved;
import static org.fundtrail.funding.costoption.Options.flatRate;
import static org.fundtrail.funding.costoption.Options.lumpSum;
import static org.fundtrail.funding.costoption.Options.operatingSupport;
import static org.fundtrail.funding.costoption.Options.unitCost;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.funding.ProjectsStandIn;
import org.fundtrail.funding.costoption.Options;
import org.fundtrail.funding.expenditure.Expenditures;
import org.fundtrail.funding.recovery.Recovering;
import org.fundtrail.journal.Books;
import org.fundtrail.records.SystemWork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sequences of claims of several allocations on the same few items and on cost options of all kinds, of deductions, returns, withdrawals, payments and credit notes,
 * heard of at once or later, and of recoveries that are returned, paid back, offset or waived. Whatever is taken or refused: after each step no cent is declared or funded twice, and every account is the sum of its
 * postings and of what the records say.
 */
@QuarkusTest
class ClaimModelTest {
    private static final int STEPS = 100;

    @Inject
    Expenditures expenditures;

    @Inject
    SystemWork system;

    @ParameterizedTest
    @ValueSource(longs = {2, 4})
    void whatever_happens_no_cent_is_declared_or_funded_twice(long seed) {
        var run = new Run(new SplittableRandom(seed));
        for (int step = 0; step < STEPS; step++) {
            var what = run.step();
            run.holds("seed " + seed + ", step " + step + ": " + what);
        }
        assertTrue(run.taken > STEPS / 3, "so few steps of seed " + seed + " were taken: " + run.taken);
        Books.balanced();
    }

    private final class Run {
        private final SplittableRandom random;
        private final String project = project();
        private final List<String> allocations;
        private final List<Item> items = new ArrayList<>();
        /** Of each allocation a cost option of each kind. */
        private final Map<String, Map<String, String>> options = new HashMap<>();

        private final List<String> claims = new ArrayList<>();
        private int taken;

        Run(SplittableRandom random) {
            this.random = random;
            allocations = List.of(
                    committed("AMIF", "REGULAR", "0.75", project, "400.00"),
                    committed("BMVI", "EMERGENCY_ASSISTANCE", "0.8", project, "400.00"),
                    committed("NATIONAL", "NATIONAL", "1", project, "400.00"));
            items.add(Item.invoice(project, "121.00", "100.00"));
            items.add(Item.invoice(project, "100.01", "33.33"));
            items.add(Item.directCost(project, "77.77", "STAFF"));
            allocations.forEach(of -> options.put(
                    of,
                    Map.of(
                            "UNIT_COST", approved(unitCost(of, project, "1.37", "40.5")),
                            "LUMP_SUM", approved(lumpSum(of, project, "33.33")),
                            "FLAT_RATE", approved(flatRate(of, project, "STAFF_15", "9.00")),
                            "OPERATING_SUPPORT", approved(operatingSupport(of, project, "50.01")))));
        }

        /** Takes a step, as a rule one that the state of the claim allows, or tries to. */
        String step() {
            int what = claims.isEmpty() ? 0 : random.nextInt(14);
            if (what < 2) {
                return what == 0 ? draft() : credit();
            }
            if (what >= 10) {
                return goOn();
            }
            var claim = claims.get(claims.size() - 1 - random.nextInt(Math.min(4, claims.size())));
            var status = what == 2 ? "" : Claiming.read(claim).extract().<String>path("status");
            boolean isBack = random.nextInt(5) == 0;
            return switch (status) {
                case "DRAFT", "RETURNED" -> isBack ? change(claim) : did("submit " + claim, Claiming.submit(claim));
                case "SUBMITTED" -> isBack ? comeBack(claim) : verify(claim);
                case "VERIFIED" ->
                    isBack ? comeBack(claim) : did("authorise " + claim, Claiming.authorise(claim, APPROVED));
                case "AUTHORISED" -> isBack ? comeBack(claim) : did("pay " + claim, Claiming.pay(claim));
                case "PAID" -> random.nextInt(3) > 0 ? recover(claim) : draft();
                case "REJECTED", "WITHDRAWN" -> draft();
                default -> comeBack(claim);
            };
        }

        private String did(String what, ValidatableResponse answer) {
            int status = answer.statusCode(lessThan(500)).extract().statusCode();
            taken += status < 300 ? 1 : 0;
            return what + " " + status + " "
                    + (status < 300 ? "" : answer.extract().path("code"));
        }

        private Map<String, Object> terms(String allocation) {
            var lines = new ArrayList<Map<String, Object>>();
            for (var item : items) {
                if (random.nextInt(2) == 0) {
                    lines.add(line(item, random.nextInt(3) == 0 ? null : amount(30)));
                }
            }
            options.get(allocation).forEach((kind, option) -> {
                boolean canBe =
                        !kind.equals("FLAT_RATE") || lines.stream().anyMatch(line -> line.containsKey("directCost"));
                if (canBe && random.nextInt(4) == 0) {
                    lines.add(random.nextInt(lines.size() + 1), ofOption(kind, option));
                }
            });
            if (lines.isEmpty()) {
                lines.add(line(items.get(0), amount(30)));
            }
            return Map.of("allocation", allocation, "project", project, "lines", lines);
        }

        private Map<String, Object> ofOption(String kind, String option) {
            boolean saysAmount = kind.equals("OPERATING_SUPPORT") || kind.equals("FLAT_RATE") && random.nextInt(3) == 0;
            return Options.line(
                    kind,
                    option,
                    kind.equals("UNIT_COST") ? amount(9) : null,
                    saysAmount ? amount(kind.equals("FLAT_RATE") ? 3 : 9) : null);
        }

        private String amount(int below) {
            return BigDecimal.valueOf(1 + random.nextInt(below * 100), 2).toPlainString();
        }

        private String draft() {
            var answer = OFFICER.post(API + "/claims", terms(allocations.get(random.nextInt(3))));
            if (answer.extract().statusCode() == 201) {
                claims.add(answer.extract().path("id"));
            }
            return did("draft", answer);
        }

        private String change(String claim) {
            var read = Claiming.read(claim).extract();
            return did(
                    "change " + claim,
                    OFFICER.put(read.header("ETag"), API + "/claims/{id}", terms(read.path("allocation.id")), claim));
        }

        private String verify(String claim) {
            var deductions = new ArrayList<Map<String, Object>>();
            List<?> lines = Claiming.read(claim).extract().path("lines");
            for (int line = 1; line <= lines.size(); line++) {
                for (var kind : List.of("NOT_ELIGIBLE", "NOT_PROVEN")) {
                    if (random.nextInt(4) == 0) {
                        deductions.add(deduction(line, amount(5), kind));
                    }
                }
            }
            return did(
                    "verify " + claim, Claiming.verify(claim, Map.of("outcome", "APPROVED", "deductions", deductions)));
        }

        private String comeBack(String claim) {
            var outcome = Map.<String, Object>of(
                    "outcome", random.nextInt(3) == 0 ? "REJECTED" : "RETURNED", "reason", "Once more");
            return switch (random.nextInt(3)) {
                case 0 -> did("verification back " + claim, Claiming.verify(claim, outcome));
                case 1 -> did("authorisation back " + claim, Claiming.authorise(claim, outcome));
                default ->
                    did(
                            "withdraw " + claim,
                            OFFICER.post(API + "/claims/{id}/withdrawal", Map.of("reason", "Mine"), claim));
            };
        }

        private String recover(String claim) {
            var terms = new HashMap<>(Recovering.of(claim, amount(20)));
            terms.put("kind", random.nextInt(3) == 0 ? "NOT_ELIGIBLE" : "NOT_PROVEN");
            if (random.nextBoolean()) {
                terms.put("invoice", items.get(random.nextInt(items.size())).id());
            }
            return did("recover of " + claim, Recovering.establish(terms));
        }

        /** Goes on with a recovery, one that the system established as well. */
        private String goOn() {
            List<Map<String, Object>> open = OFFICER.get(API + "/recoveries?limit=200&project=" + project)
                    .extract()
                    .path("items.findAll { it.status in ['ESTABLISHED', 'ORDERED'] }");
            if (open.isEmpty()) {
                return draft();
            }
            var one = open.get(random.nextInt(open.size()));
            var id = (String) one.get("id");
            if (one.get("status").equals("ESTABLISHED")) {
                int how = random.nextInt(6);
                return how > 1
                        ? did("order " + id, Recovering.decide(id, Recovering.ORDER))
                        : did(
                                "recovery back " + id,
                                Recovering.decide(
                                        id,
                                        Map.of("outcome", how == 0 ? "REJECTED" : "RETURNED", "reason", "Once more")));
            }
            return switch (random.nextInt(4)) {
                case 0 -> did("waive " + id, Recovering.waive(id));
                case 1 -> did("paid back " + id, Recovering.pay(id, "2024-01-10"));
                default -> offset(id);
            };
        }

        /** Against one of the claims that are to be paid, or any where there is none. */
        private String offset(String recovery) {
            List<String> authorised = OFFICER.get(API + "/claims?limit=200&status=AUTHORISED&project=" + project)
                    .extract()
                    .path("items.id");
            var among = authorised.isEmpty() ? claims : authorised;
            var against = among.get(random.nextInt(among.size()));
            return did("offset " + recovery + " " + against, Recovering.offset(recovery, against, "2024-01-10"));
        }

        /** A credit note on one of the invoices, which is heard of here, or only later. */
        private String credit() {
            int which = random.nextInt(2);
            var item = items.get(which);
            var left = new BigDecimal(item.gross()).subtract(new BigDecimal(item.credited()));
            var more = left.multiply(BigDecimal.valueOf(random.nextInt(40), 2)).setScale(2, RoundingMode.FLOOR);
            var gross = Money.eur(new BigDecimal(item.credited()).add(more));
            var share = gross.amount().divide(new BigDecimal(item.gross()), 10, RoundingMode.HALF_UP);
            var eligible = Money.eur(item.eligible()).times(share);
            var now = item.credited(
                    gross.amount().toPlainString(), eligible.amount().toPlainString());
            items.set(which, now);
            boolean isHeard = random.nextInt(3) > 0;
            if (isHeard) {
                system.once(
                        "follower", "LT-VRM", UUID.randomUUID().toString(), by -> expenditures.settle(now.view(), by));
            }
            return "credit " + item.id() + " " + gross + (isHeard ? " heard" : "");
        }

        void holds(String when) {
            try {
                items.forEach(item -> ClaimBooksCheck.ofItem(item.id()));
                items.forEach(this::isWhatRecordsSay);
                options.values().forEach(of -> of.values().forEach(id -> isWhatRecordsSay(UUID.fromString(id))));
                noFlatRateIsMoreThanItsPart();
                allocations.forEach(this::isWhatClaimsSay);
            } catch (AssertionError e) {
                throw new AssertionError(when + ": " + e.getMessage(), e);
            }
        }

        private void isWhatRecordsSay(Item item) {
            var sums = ClaimBooksCheck.folded(item.id());
            var said = Books.rows("""
                    SELECT coalesce(sum(l.amount - h.deducted) FILTER (WHERE c.eu_share > 0 OR p.fund <> 'NATIONAL'), 0),
                        coalesce(sum(h.share), 0), coalesce(sum(h.not_eligible), 0), coalesce(sum(h.unfunded), 0)
                    FROM funding.claim c JOIN funding.claim_line l ON l.claim_id = c.id
                        JOIN funding.claim_holding h ON h.claim_id = c.id AND h.n = l.n
                        JOIN funding.allocation a ON a.id = c.allocation_id JOIN funding.programme p ON p.id = a.programme_id
                    WHERE l.account = ? AND c.submitted_on IS NOT NULL""", item.id()).get(0);
            var back = Books.rows("""
                    SELECT coalesce(sum(x.declared), 0), coalesce(sum(x.share), 0),
                        coalesce(sum(x.declared) FILTER (WHERE r.kind = 'NOT_ELIGIBLE'), 0),
                        coalesce(sum(x.share) FILTER (WHERE r.kind = 'NOT_ELIGIBLE'), 0)
                    FROM funding.recovery r JOIN funding.recovery_line x ON x.recovery_id = r.id
                    WHERE x.account = ? AND r.status IN ('PAID', 'OFFSET')""", item.id()).get(0);
            same(less(said.get(0), back.get(0)), sums, "DECLARED", "CREDITED_DECLARED");
            same(less(said.get(1), back.get(1)), sums, "FUNDED", "CREDITED_FUNDED");
            staysTaken(said.get(2), back.get(2), sums, "NOT_ELIGIBLE");
            staysTaken(said.get(3), back.get(3), sums, "UNFUNDED");
        }

        /** What of a recovery is not eligible stays taken, but for what a credit note had taken back of it. */
        private void staysTaken(Object deducted, Object recovered, Map<String, BigDecimal> sums, String kind) {
            var stands = sums.getOrDefault(kind, BigDecimal.ZERO);
            var least = (BigDecimal) deducted;
            var most = least.add((BigDecimal) recovered);
            assertTrue(
                    stands.compareTo(least) >= 0 && stands.compareTo(most) <= 0,
                    kind + " " + stands + ", and records say from " + least + " to " + most);
        }

        private static BigDecimal less(Object one, Object other) {
            return ((BigDecimal) one).subtract((BigDecimal) other);
        }

        private void isWhatRecordsSay(UUID option) {
            ClaimBooksCheck.ofOption(option);
            var sums = ClaimBooksCheck.folded(option);
            var said = Books.rows("""
                    SELECT coalesce(sum(l.amount - h.deducted), 0), coalesce(sum(h.not_eligible), 0)
                    FROM funding.claim c JOIN funding.claim_line l ON l.claim_id = c.id
                        JOIN funding.claim_holding h ON h.claim_id = c.id AND h.n = l.n
                    WHERE l.option_id = ? AND c.submitted_on IS NOT NULL""", option).get(0);
            var back = Books.rows("""
                    SELECT coalesce(sum(x.declared), 0), coalesce(sum(x.declared) FILTER (WHERE r.kind = 'NOT_ELIGIBLE'), 0)
                    FROM funding.recovery r JOIN funding.recovery_line x ON x.recovery_id = r.id
                        JOIN funding.claim_line l ON l.claim_id = r.claim_id AND l.n + 1 = x.line
                    WHERE l.option_id = ? AND r.status IN ('PAID', 'OFFSET')""", option).get(0);
            same(less(said.get(0), back.get(0)), sums, "DRAWN");
            same(((BigDecimal) said.get(1)).add((BigDecimal) back.get(1)), sums, "NOT_ELIGIBLE");
        }

        private void noFlatRateIsMoreThanItsPart() {
            var beyond = Books.rows("""
                    SELECT c.reference FROM funding.claim c JOIN funding.claim_line f ON f.claim_id = c.id AND f.kind = 'FLAT_RATE'
                        JOIN funding.claim_holding h ON h.claim_id = c.id AND h.n = f.n
                    WHERE c.project_id = ? AND f.amount - h.deducted > (
                        SELECT round(coalesce(sum(l.amount - d.deducted), 0) * f.percent / 100, 2)
                        FROM funding.claim_line l JOIN funding.claim_holding d ON d.claim_id = l.claim_id AND d.n = l.n
                        WHERE l.claim_id = c.id AND l.category = 'STAFF')""", ProjectsStandIn.id(project));
            assertEquals(List.of(), beyond, "flat rates of more than their part");
        }

        private void isWhatClaimsSay(String allocation) {
            var sums = ClaimBooksCheck.folded(UUID.fromString(allocation));
            var said = Books.rows("""
                    SELECT coalesce(sum(share) FILTER (WHERE status <> 'PAID'), 0), coalesce(sum(share) FILTER (WHERE status = 'PAID'), 0),
                        coalesce(bool_and(share = (SELECT sum(h.share) FROM funding.claim_holding h WHERE h.claim_id = c.id)), true)
                    FROM funding.claim c WHERE allocation_id = ? AND submitted_on IS NOT NULL""", UUID.fromString(allocation)).get(0);
            same(said.get(0), sums, "CLAIMED");
            var of = Books.rows("""
                    SELECT coalesce(sum(amount) FILTER (WHERE status = 'ORDERED'), 0), coalesce(sum(amount) FILTER (WHERE status = 'PAID'), 0),
                        coalesce(sum(amount) FILTER (WHERE status = 'OFFSET'), 0), coalesce(sum(amount) FILTER (WHERE status = 'WAIVED'), 0),
                        coalesce(bool_and(amount = (SELECT sum(x.share) FROM funding.recovery_line x WHERE x.recovery_id = r.id)), true)
                    FROM funding.recovery r WHERE allocation_id = ?""", UUID.fromString(allocation)).get(0);
            same(less(less(said.get(1), of.get(1)), of.get(2)), sums, "REIMBURSED");
            same(of.get(0), sums, "RECEIVABLE");
            same(of.get(1), sums, "RECOVERED");
            same(of.get(2), sums, "OFFSET");
            same(of.get(3), sums, "WAIVED");
            assertEquals(true, of.get(4), "lines come to their recovery");
            same(new BigDecimal("400.00"), sums, "COMMITTED", "CLAIMED", "REIMBURSED");
            assertEquals(true, said.get(2), "lines come to their claim");
        }

        private void same(Object said, Map<String, BigDecimal> sums, String... kinds) {
            var stands = new HashMap<>(sums);
            stands.keySet().retainAll(List.of(kinds));
            var sum = stands.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, sum.compareTo((BigDecimal) said), List.of(kinds) + " " + sum + ", and records say " + said);
        }
    }
}
