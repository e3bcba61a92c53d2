package org.fundtrail.gateway.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.position.AllocationPosition;
import org.fundtrail.funding.api.position.CommittedPosition;
import org.fundtrail.funding.api.position.FundingPositionView;
import org.fundtrail.funding.api.programme.Fund;
import org.fundtrail.infrastructure.api.estimate.Basis;
import org.fundtrail.infrastructure.api.position.InfrastructurePositionView;
import org.fundtrail.infrastructure.api.position.PositionBaseline;
import org.fundtrail.infrastructure.api.position.ProjectPosition;
import org.fundtrail.infrastructure.api.position.WorksProgrammePosition;
import org.fundtrail.infrastructure.api.project.ProjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FinancingPositionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void the_lithuanian_case_leaves_347_54_million_uncovered() {
        var reception = allocation("37M", "37000000.00", "29600000.00");
        var national = allocation("national", "152460000.00", "0.00", use("barrier", "152460000.00", "0.00"));
        var fence = project("barrier", "works", "152460000.00");
        var monitoring = project("surveillance", "works", null);

        var position =
                position(List.of(reception, national), List.of(works("works", "500000000.00")), fence, monitoring);

        var totals = position.totals();
        assertEquals(Money.eur("500000000.00"), totals.estimated());
        assertEquals(Money.eur("152460000.00"), totals.committed());
        assertEquals(Money.eur("347540000.00"), totals.gap());
        assertEquals(Money.eur("189460000.00"), totals.allocated());
        assertEquals(Money.eur("29600000.00"), totals.received());
        assertEquals(
                List.of("37M"),
                position.unassigned().stream().map(u -> u.reference()).toList());
        assertEquals(
                Money.eur("347540000.00"), position.worksProgrammes().get(0).notInProject());
        assertEquals(
                List.of(id("barrier"), id("surveillance")),
                position.worksProgrammes().get(0).projects());
    }

    @Test
    void a_joint_estimate_is_never_added_to_its_parts() {
        var position = position(
                List.of(),
                List.of(works("works", "100.00")),
                project("a", "works", "30.00"),
                project("b", "works", "50.00"));

        var works = position.worksProgrammes().get(0);
        assertEquals(Money.eur("100.00"), works.estimated());
        assertEquals(Money.eur("80.00"), works.inProjects());
        assertEquals(Money.eur("20.00"), works.notInProject());
        assertEquals(Money.eur("100.00"), position.totals().estimated());
        assertEquals(Money.eur("100.00"), position.totals().gap());
    }

    @Test
    void parts_that_outgrow_the_joint_estimate_are_what_it_costs() {
        var position = position(
                List.of(),
                List.of(works("works", "100.00")),
                project("a", "works", "70.00"),
                project("b", "works", "50.00"));

        assertEquals(Money.eur("120.00"), position.totals().estimated());
        assertEquals(Money.zero(), position.worksProgrammes().get(0).notInProject());
    }

    @Test
    void more_than_a_project_needs_covers_no_other_project() {
        var aid = allocation("rich", "100.00", "0.00", use("a", "90.00", "0.00"));

        var position = position(List.of(aid), List.of(), project("a", null, "40.00"), project("b", null, "60.00"));

        assertEquals(Money.zero(), position.projects().get(0).gap());
        assertEquals(Money.eur("60.00"), position.totals().gap());
    }

    @Test
    void what_is_committed_beyond_a_baseline_is_a_figure_of_its_own() {
        var aid = allocation(
                "rich",
                "100.00",
                "0.00",
                use("a", "50.00", "0.00"),
                use("new", "7.00", "0.00"),
                use("b", "10.00", "0.00"));
        var position = position(
                List.of(aid),
                List.of(),
                project("a", null, "40.00"),
                project("b", null, "60.00"),
                project("new", null, null));

        assertEquals(Money.eur("100.00"), position.totals().estimated());
        assertEquals(Money.eur("67.00"), position.totals().committed());
        assertEquals(Money.eur("50.00"), position.totals().covered());
        assertEquals(Money.eur("17.00"), position.totals().overCommitted());
        assertEquals(Money.eur("50.00"), position.totals().gap());
        assertEquals(Money.eur("10.00"), position.projects().get(0).overCommitted());
        assertEquals(Money.zero(), position.projects().get(2).covered(), "without a baseline nothing is covered");
        assertEquals(Money.eur("7.00"), position.projects().get(2).overCommitted());
    }

    @Test
    void what_would_be_committed_beyond_a_baseline_counts_what_waits_too() {
        var aid = allocation("aid", "100.00", "0.00", use("a", "30.00", "8.00"));
        var position = position(List.of(aid), List.of(), project("a", null, "40.00"), project("new", null, null));

        assertNull(position.beyond(id("a").toString(), Money.eur("2.00")));
        var beyond = position.beyond(id("a").toString(), Money.eur("2.01"));
        assertEquals(Money.eur("40.00"), beyond.baseline());
        assertEquals(Money.eur("40.01"), beyond.then());
        assertEquals(Money.eur("0.01"), beyond.over());
        assertNull(position.beyond(id("new").toString(), Money.eur("5.00")).baseline());
        assertEquals(
                Money.eur("5.00"),
                position.beyond(id("new").toString(), Money.eur("5.00")).over());
    }

    @Test
    void a_project_that_is_not_listed_yet_has_no_baseline_to_stay_within() {
        var position = position(List.of(), List.of());

        var beyond = position.beyond(id("later").toString(), Money.eur("5.00"));
        assertNull(beyond.baseline());
        assertEquals(Money.eur("5.00"), beyond.then());
        assertEquals(Money.eur("5.00"), beyond.over());
        assertNull(position.beyond(id("later").toString(), Money.zero()));
    }

    @Test
    void what_did_not_exist_yet_is_listed_only_with_money() {
        var aid = allocation("aid", "100.00", "0.00", use("paid", "3.00", "0.00"), use("waiting", "0.00", "4.00"));
        var position = position(
                List.of(aid),
                List.of(),
                from("today", DAY, null),
                from("tomorrow", DAY.plusDays(1), null),
                from("contracted", DAY.plusDays(1), Money.eur("2.00")),
                from("paid", DAY.plusDays(1), null),
                from("waiting", DAY.plusDays(1), null));

        assertEquals(
                List.of("today", "contracted", "paid", "waiting"),
                position.projects().stream().map(p -> p.reference()).toList());
    }

    @Test
    void a_works_programme_is_listed_from_its_first_estimate_or_its_first_project() {
        var none = new WorksProgrammePosition(id("none"), "none", null, null);
        var joined = new WorksProgrammePosition(id("joined"), "joined", null, null);
        var later = costing("later", DAY.plusDays(1), id("none"), null, null, null);
        var position = position(
                List.of(), List.of(none, joined, works("estimated", "1.00")), project("a", "joined", null), later);

        assertEquals(
                List.of("joined", "estimated"),
                position.worksProgrammes().stream().map(w -> w.reference()).toList());
    }

    @Test
    void another_baseline_changes_what_is_committed_beyond_it() {
        var aid = allocation("aid", "100.00", "0.00", use("a", "50.00", "0.00"));
        var effect = position(List.of(aid), List.of(), project("a", null, "40.00"))
                .effect(id("a").toString(), Money.eur("45.00"));

        assertEquals(Money.zero(), effect.gapThen());
        assertEquals(Money.eur("10.00"), effect.overNow());
        assertEquals(Money.eur("5.00"), effect.overThen());
    }

    @Test
    void what_waits_for_a_decision_reduces_no_gap() {
        var aid = allocation("asked", "100.00", "0.00", use("a", "0.00", "40.00"));

        var position = position(List.of(aid), List.of(), project("a", null, "40.00"));

        assertEquals(Money.eur("40.00"), position.projects().get(0).gap());
        assertEquals(Money.eur("40.00"), position.projects().get(0).reserved());
        assertEquals(List.of(), position.projects().get(0).funding());
        assertEquals("asked", position.unassigned().get(0).reference());
    }

    @Test
    void a_commitment_to_a_project_that_only_funding_knows_stays_in_the_sums() {
        var aid = allocation("a", "100.00", "0.00", use("elsewhere", "25.00", "0.00"));

        var position = position(List.of(aid), List.of());

        assertEquals(Money.eur("25.00"), position.totals().committed());
        assertEquals("elsewhere", position.projects().get(0).reference());
        assertNull(position.projects().get(0).baseline());
        assertEquals(Money.zero(), position.totals().gap());
    }

    @Test
    void at_completion_a_programme_costs_what_its_projects_do_or_its_joint_estimate_where_that_is_more() {
        var aid = allocation("a", "100.00", "0.00", use("one", "25.00", "0.00"));
        var one = costing("one", null, id("w"), baseline("30.00"), Money.eur("28.00"), Money.eur("40.00"));
        var other = costing("other", null, id("w"), baseline("20.00"), null, Money.eur("20.00"));

        var within = position(List.of(aid), List.of(works("w", "100.00")), one, other);
        assertEquals(Money.eur("15.00"), within.projects().get(0).gapAtCompletion());
        assertEquals(Money.eur("28.00"), within.projects().get(0).paid());
        assertEquals(Money.eur("100.00"), within.totals().estimateAtCompletion());
        assertEquals(Money.eur("75.00"), within.totals().gapAtCompletion());

        var beyond = position(List.of(aid), List.of(works("w", "50.00")), one, other);
        assertEquals(Money.eur("60.00"), beyond.totals().estimateAtCompletion());
        assertEquals(Money.eur("35.00"), beyond.totals().gapAtCompletion());
        assertEquals(Money.eur("25.00"), beyond.totals().gap());
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 500).mapToObj(i -> 20261123L * 31 + i);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_amount_counts_once_and_no_gap_is_negative(long seed) {
        var books = Books.random(new SplittableRandom(seed));

        var position = FinancingPosition.of(DAY, books.aid, books.cost);

        var totals = position.totals();
        assertEquals(books.committed, totals.committed(), "committed");
        assertEquals(books.claimed, totals.claimed(), "claimed");
        assertEquals(books.reimbursed, totals.reimbursed(), "reimbursed");
        assertEquals(books.committed, sum(position.projects().stream().map(p -> p.committed())), "projects committed");
        assertEquals(
                books.committed,
                sum(position.projects().stream()
                        .flatMap(p -> p.funding().stream())
                        .map(f -> f.committed())),
                "funding");
        assertEquals(books.contracted, totals.contracted(), "contracted");
        assertEquals(books.paid, totals.certified(), "certified");
        assertEquals(books.paid, totals.invoiced(), "invoiced");
        assertEquals(books.paid, totals.paid(), "paid");
        assertEquals(books.allocated, totals.allocated(), "allocated");
        assertEquals(books.received, totals.received(), "received");

        var alone = position.projects().stream()
                .filter(p -> p.worksProgramme() == null)
                .toList();
        assertEquals(
                sum(Stream.concat(
                        position.worksProgrammes().stream().map(w -> w.gap()),
                        alone.stream().map(p -> p.gap()))),
                totals.gap(),
                "gap");
        assertEquals(
                sum(Stream.concat(
                        position.worksProgrammes().stream().map(w -> w.estimated()),
                        alone.stream()
                                .filter(p -> p.baseline() != null)
                                .map(p -> p.baseline().gross()))),
                totals.estimated(),
                "estimated");
        assertEquals(
                sum(Stream.concat(
                        position.worksProgrammes().stream().map(w -> w.gapAtCompletion()),
                        alone.stream().map(p -> p.gapAtCompletion()))),
                totals.gapAtCompletion(),
                "gap at completion");
        assertEquals(
                sum(Stream.concat(
                        position.worksProgrammes().stream().map(w -> w.estimateAtCompletion()),
                        alone.stream().map(p -> p.estimateAtCompletion()))),
                totals.estimateAtCompletion(),
                "estimate at completion");
        position.projects()
                .forEach(p -> assertEquals(
                        p.estimateAtCompletion().minus(p.committed()).max(Money.zero()), p.gapAtCompletion()));
        position.projects().forEach(p -> {
            assertFalse(p.gap().amount().signum() < 0);
            assertFalse(p.overCommitted().amount().signum() < 0);
            var cost = p.baseline() == null ? Money.zero() : p.baseline().gross();
            assertEquals(cost, p.covered().plus(p.gap()));
            assertEquals(p.committed(), p.covered().plus(p.overCommitted()));
        });
        position.worksProgrammes().forEach(w -> {
            assertEquals(w.estimated(), w.covered().plus(w.gap()));
            assertEquals(w.committed(), w.covered().plus(w.overCommitted()));
        });
        assertEquals(totals.estimated(), totals.covered().plus(totals.gap()));
        assertEquals(totals.committed(), totals.covered().plus(totals.overCommitted()));
        for (var works : position.worksProgrammes()) {
            assertFalse(works.gap().amount().signum() < 0);
            assertEquals(works.estimated(), works.inProjects().plus(works.notInProject()));
            assertTrue(works.estimated()
                            .plus(works.committed())
                            .compareTo(works.gap().plus(works.committed()))
                    >= 0);
        }
        // Each project is in one place: under one works programme, or alone.
        assertEquals(
                position.projects().size(),
                alone.size()
                        + position.worksProgrammes().stream()
                                .mapToInt(w -> w.projects().size())
                                .sum());
        // What is covered and what is not is never less than what it costs.
        assertTrue(totals.gap().plus(totals.committed()).compareTo(totals.estimated()) >= 0);
        position.unassigned()
                .forEach(u -> assertFalse(position.projects().stream()
                        .flatMap(p -> p.funding().stream())
                        .anyMatch(f -> f.allocation().equals(u.id()))));
    }

    /** Books as they could be, with the sums reckoned while making them. */
    private static final class Books {
        FundingPositionView aid;
        InfrastructurePositionView cost;
        Money committed = Money.zero();
        Money claimed = Money.zero();
        Money reimbursed = Money.zero();
        Money contracted = Money.zero();
        Money paid = Money.zero();
        Money allocated = Money.zero();
        Money received = Money.zero();

        static Books random(SplittableRandom random) {
            var books = new Books();
            var works = new ArrayList<WorksProgrammePosition>();
            for (int i = random.nextInt(3); i > 0; i--) {
                works.add(new WorksProgrammePosition(
                        id("w" + i), "W" + i, null, random.nextInt(4) == 0 ? null : baseline(random)));
            }
            var projects = new ArrayList<ProjectPosition>();
            for (int i = random.nextInt(7); i > 0; i--) {
                var contracted = random.nextBoolean() ? null : money(random);
                books.contracted = contracted == null ? books.contracted : books.contracted.plus(contracted);
                var in = works.isEmpty() || random.nextInt(3) == 0
                        ? (random.nextInt(5) == 0 ? id("unknown") : null)
                        : works.get(random.nextInt(works.size())).id();
                var atCompletion = random.nextBoolean() ? null : money(random);
                books.paid = books.paid.plus(contracted == null ? Money.zero() : contracted);
                projects.add(costing(
                        "p" + i, null, in, random.nextInt(4) == 0 ? null : baseline(random), contracted, atCompletion));
            }
            var allocations = new ArrayList<AllocationPosition>();
            for (int i = random.nextInt(6); i > 0; i--) {
                var amount = money(random);
                var received = money(random);
                books.allocated = books.allocated.plus(amount);
                books.received = books.received.plus(received);
                var uses = new ArrayList<CommittedPosition>();
                for (int j = random.nextInt(4); j > 0; j--) {
                    var to = projects.isEmpty() || random.nextInt(8) == 0
                            ? id("outside" + j)
                            : projects.get(random.nextInt(projects.size())).id();
                    var committed = random.nextInt(3) == 0 ? Money.zero() : money(random);
                    books.committed = books.committed.plus(committed);
                    var claimed = part(random, committed);
                    var reimbursed = part(random, claimed);
                    books.claimed = books.claimed.plus(claimed);
                    books.reimbursed = books.reimbursed.plus(reimbursed);
                    uses.add(new CommittedPosition(
                            to,
                            to.toString(),
                            committed,
                            random.nextBoolean() ? null : money(random),
                            claimed,
                            reimbursed,
                            null,
                            null));
                }
                allocations.add(new AllocationPosition(
                        id("a" + i),
                        "A" + i,
                        null,
                        "EU",
                        Fund.BMVI,
                        null,
                        DAY,
                        amount,
                        received,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        uses));
            }
            books.aid = new FundingPositionView(DAY, 1, allocations);
            books.cost = new InfrastructurePositionView(DAY, 1, works, projects);
            return books;
        }

        private static Money money(SplittableRandom random) {
            return Money.eur(BigDecimal.valueOf(random.nextLong(10_000_000_000L), 2));
        }

        private static Money part(SplittableRandom random, Money of) {
            var share = BigDecimal.valueOf(random.nextInt(101), 2);
            return of.times(share);
        }

        private static PositionBaseline baseline(SplittableRandom random) {
            var gross = money(random);
            return new PositionBaseline(id("e"), "e", gross, Basis.GROSS, gross, random.nextBoolean(), DAY);
        }
    }

    private static Money sum(Stream<Money> all) {
        return all.reduce(Money.zero(), Money::plus);
    }

    private static FinancingPosition position(
            List<AllocationPosition> allocations, List<WorksProgrammePosition> works, ProjectPosition... projects) {
        return FinancingPosition.of(
                DAY,
                new FundingPositionView(DAY, 1, allocations),
                new InfrastructurePositionView(DAY, 1, works, List.of(projects)));
    }

    private static AllocationPosition allocation(String id, String amount, String received, CommittedPosition... uses) {
        return new AllocationPosition(
                id(id),
                id,
                "purpose",
                "donor",
                Fund.AMIF,
                null,
                DAY,
                Money.eur(amount),
                Money.eur(received),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(uses));
    }

    private static CommittedPosition use(String project, String committed, String reserved) {
        return new CommittedPosition(
                id(project), project, Money.eur(committed), Money.eur(reserved), null, null, null, null);
    }

    private static WorksProgrammePosition works(String id, String gross) {
        return new WorksProgrammePosition(id(id), id, null, baseline(gross));
    }

    private static ProjectPosition project(String id, String works, String gross) {
        return costing(id, null, id(works), gross == null ? null : baseline(gross), null, null);
    }

    private static ProjectPosition from(String id, LocalDate day, Money contracted) {
        return costing(id, day, null, null, contracted, null);
    }

    /** All that is contracted is certified, invoiced and paid. */
    private static ProjectPosition costing(
            String id, LocalDate day, UUID works, PositionBaseline baseline, Money contracted, Money atCompletion) {
        return new ProjectPosition(
                id(id),
                id,
                null,
                ProjectKind.OTHER,
                day,
                works,
                baseline,
                contracted,
                contracted,
                contracted,
                contracted,
                atCompletion);
    }

    private static PositionBaseline baseline(String gross) {
        return new PositionBaseline(
                id("estimate"), "estimate", Money.eur(gross), Basis.GROSS, Money.eur(gross), false, DAY);
    }

    /** The same id for the same name. */
    private static UUID id(String name) {
        return name == null ? null : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
