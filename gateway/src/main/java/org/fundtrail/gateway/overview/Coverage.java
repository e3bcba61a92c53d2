package org.fundtrail.gateway.overview;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.PageCsv;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.infrastructure.api.estimate.Title;

/**
 * The financing position drawn: the bar of the whole cost, and a bar for every project, cut into what is committed, by source, what no
 * project covers yet, and the gap. Every length is a share of the longest bar, in per cent.
 */
public record Coverage(List<Segment> parts, List<Bar> bars, int percent, boolean isLowerBound, boolean isEmpty) {
    private static final String[] SOURCES_ON_NAVY = {"#ffffff", "#b9c8f2", "#7f9be6", "#9fd8c9", "#d9b8ef"};
    private static final String[] SOURCES = {"#003399", "#4a72d4", "#0f766e", "#7a3ea1", "#5b6785"};
    private static final BigDecimal WIDE = BigDecimal.valueOf(14);

    /**
     * A piece of a bar.
     *
     * @param kind source, outside (planned, but in no project yet) or gap
     * @param isWide whether a figure fits into it
     */
    public record Segment(
            String kind,
            String label,
            Money amount,
            BigDecimal from,
            BigDecimal width,
            String fill,
            String fillOnNavy,
            boolean isWide) {}

    /** A project, or what of a works programme is in none yet. */
    public record Bar(
            String id,
            String href,
            String reference,
            String title,
            Money cost,
            Money committed,
            Money claimed,
            Money reimbursed,
            Money reserved,
            Money contracted,
            Money gap,
            Money overCommitted,
            int percent,
            boolean isLowerBound,
            List<Segment> parts) {}

    static Coverage of(FinancingPosition position, Language language) {
        var fills = new LinkedHashMap<String, Integer>();
        position.projects()
                .forEach(p -> p.funding().forEach(f -> fills.computeIfAbsent(source(f, language), s -> fills.size())));

        var costliest = position.projects().stream().map(Coverage::cost).reduce(Money.zero(), Money::max);
        costliest = position.worksProgrammes().stream()
                .map(FinancingPosition.WorksProgramme::notInProject)
                .reduce(costliest, Money::max);
        var bars = new ArrayList<Bar>();
        for (var project : position.projects()) {
            bars.add(bar(project, costliest, fills, language));
        }
        for (var works : position.worksProgrammes()) {
            if (works.notInProject().isPositive()) {
                bars.add(outside(works, costliest, language));
            }
        }
        var isLowerBound = position.worksProgrammes().stream().anyMatch(FinancingPosition.WorksProgramme::lowerBound)
                || position.projects().stream()
                        .anyMatch(p -> p.baseline() != null && p.baseline().lowerBound());
        var totals = position.totals();
        return new Coverage(
                parts(position, fills, language),
                bars,
                percent(totals.covered(), totals.estimated()),
                isLowerBound,
                position.projects().isEmpty()
                        && position.worksProgrammes().isEmpty()
                        && !totals.allocated().isPositive());
    }

    /** The bar of the whole: committed by source, then planned but in no project, then the gap of the projects. */
    private static List<Segment> parts(FinancingPosition position, Map<String, Integer> fills, Language language) {
        var bySource = new LinkedHashMap<String, Money>();
        for (var project : position.projects()) {
            var used = Money.zero();
            for (var funding : project.funding()) {
                // More than a project costs covers nothing else: what is beyond the baseline is not drawn.
                var rest = cost(project).minus(used).max(Money.zero());
                var counted = funding.committed().compareTo(rest) > 0 ? rest : funding.committed();
                used = used.plus(counted);
                bySource.merge(source(funding, language), counted, Money::plus);
            }
        }
        var outside = position.worksProgrammes().stream()
                .map(FinancingPosition.WorksProgramme::notInProject)
                .reduce(Money.zero(), Money::plus);
        var gapOfProjects = position.totals().gap().minus(outside).max(Money.zero());
        var total = position.totals().estimated();
        var parts = new ArrayList<Segment>();
        var from = BigDecimal.ZERO;
        for (var source : bySource.entrySet()) {
            from = add(parts, "source", source.getKey(), source.getValue(), from, total, fills.get(source.getKey()));
        }
        from = add(parts, "gap", Words.field(language, "gap"), gapOfProjects, from, total, 0);
        add(parts, "outside", Words.of(language, "part.outside"), outside, from, total, 0);
        return parts;
    }

    private static Bar bar(
            FinancingPosition.Project project, Money costliest, Map<String, Integer> fills, Language language) {
        var cost = cost(project);
        var parts = new ArrayList<Segment>();
        var from = BigDecimal.ZERO;
        var left = cost.minus(project.gap());
        for (var funding : project.funding()) {
            var source = source(funding, language);
            var drawn = funding.committed().compareTo(left) > 0
                    ? left
                    : funding.committed(); // what is committed beyond the cost has no place on its bar
            from = add(parts, "source", source, drawn, from, costliest, fills.get(source));
            left = left.minus(drawn);
        }
        add(parts, "gap", Words.field(language, "gap"), project.gap(), from, costliest, 0);
        return new Bar(
                project.id().toString(),
                "/projects/" + project.id(),
                project.reference(),
                project.title() == null ? project.reference() : title(project.title(), language),
                cost,
                project.committed(),
                project.claimed(),
                project.reimbursed(),
                project.reserved(),
                project.contracted(),
                project.gap(),
                project.overCommitted(),
                percent(project.covered(), cost),
                project.baseline() != null && project.baseline().lowerBound(),
                parts);
    }

    private static Bar outside(FinancingPosition.WorksProgramme works, Money costliest, Language language) {
        var parts = new ArrayList<Segment>();
        add(parts, "outside", Words.of(language, "part.outside"), works.notInProject(), BigDecimal.ZERO, costliest, 0);
        return new Bar(
                works.id().toString(),
                "/works-programmes/" + works.id(),
                works.reference(),
                Words.of(language, "part.outside") + ": " + title(works.title(), language),
                works.notInProject(),
                Money.zero(),
                Money.zero(),
                Money.zero(),
                Money.zero(),
                Money.zero(),
                works.notInProject(),
                Money.zero(),
                0,
                works.lowerBound(),
                parts);
    }

    private static BigDecimal add(
            List<Segment> parts, String kind, String label, Money amount, BigDecimal from, Money total, int fill) {
        if (!amount.isPositive() || !total.isPositive()) {
            return from;
        }
        var width = amount.amount().multiply(BigDecimal.valueOf(100)).divide(total.amount(), 2, RoundingMode.HALF_UP);
        parts.add(new Segment(
                kind,
                label,
                amount,
                from,
                width,
                switch (kind) {
                    case "gap" -> "url(#hatch-gap)";
                    case "outside" -> "url(#hatch-outside)";
                    default -> SOURCES[fill % SOURCES.length];
                },
                switch (kind) {
                    case "gap" -> "url(#hatch-gold)";
                    case "outside" -> "url(#hatch-outside-navy)";
                    default -> SOURCES_ON_NAVY[fill % SOURCES_ON_NAVY.length];
                },
                width.compareTo(WIDE) >= 0));
        return from.add(width);
    }

    private static String source(FinancingPosition.Funding funding, Language language) {
        return Words.label(language, "fund", funding.fund());
    }

    private static Money cost(FinancingPosition.Project project) {
        return project.baseline() == null ? Money.zero() : project.baseline().gross();
    }

    private static int percent(Money part, Money whole) {
        return whole.isPositive()
                ? part.amount()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(whole.amount(), 0, RoundingMode.DOWN)
                        .intValue()
                : 0;
    }

    static String title(Title title, Language language) {
        if (title == null) {
            return "–";
        }
        return language == Language.LT && title.lt() != null && !title.lt().isBlank() ? title.lt() : title.en();
    }

    // ── As files ──

    /** Each project and what of each works programme is in none yet, with the figures of the position. */
    static void csv(FinancingPosition position, Language language, OutputStream out) throws IOException {
        try (var csv = new PageCsv(
                out,
                language,
                "id",
                "reference",
                "title.en",
                "title.lt",
                "kind",
                "worksProgramme",
                "baseline",
                "contracted",
                "committed",
                "covered",
                "overCommitted",
                "reserved",
                "gap",
                "currency",
                "certified",
                "invoiced",
                "paid",
                "estimateAtCompletion",
                "gapAtCompletion",
                "claimed",
                "reimbursed")) {
            for (var p : position.projects()) {
                csv.row(
                        p.id(),
                        p.reference(),
                        p.title() == null ? null : p.title().en(),
                        p.title() == null ? null : p.title().lt(),
                        csv.label("kind", p.kind()),
                        works(position, p.worksProgramme()),
                        p.baseline() == null ? null : p.baseline().gross(),
                        p.contracted(),
                        p.committed(),
                        p.covered(),
                        p.overCommitted(),
                        p.reserved(),
                        p.gap(),
                        Money.EUR,
                        p.certified(),
                        p.invoiced(),
                        p.paid(),
                        p.estimateAtCompletion(),
                        p.gapAtCompletion(),
                        p.claimed(),
                        p.reimbursed());
            }
            for (var w : position.worksProgrammes()) {
                csv.row(
                        w.id(),
                        w.reference(),
                        w.title().en(),
                        w.title().lt(),
                        Words.of(language, "part.outside"),
                        w.reference(),
                        w.notInProject(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        w.notInProject(),
                        Money.EUR,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
        }
    }

    private static String works(FinancingPosition position, UUID id) {
        return position.worksProgrammes().stream()
                .filter(works -> works.id().equals(id))
                .map(FinancingPosition.WorksProgramme::reference)
                .findFirst()
                .orElse(null);
    }

    void csvOfParts(Language language, OutputStream out) throws IOException {
        try (var csv = new PageCsv(out, language, "part", "amount", "currency")) {
            parts.forEach(part -> csv.row(part.label(), part.amount(), Money.EUR));
        }
    }
}
