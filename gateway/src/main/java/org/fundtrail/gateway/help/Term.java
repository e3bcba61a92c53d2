package org.fundtrail.gateway.help;

import java.text.Collator;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** The terms of the glossary: what each is called ({@code term.GAP}) and what is meant by it ({@code meaning.GAP}). */
public enum Term {
    PROGRAMME,
    ALLOCATION(Figure.ALLOCATED),
    BUDGETARY_COMMITMENT(Figure.COMMITTED),
    LEGAL_COMMITMENT(Figure.COMMITTED),
    PRE_FINANCING(Figure.RECEIVED),
    INTERIM_PAYMENT(Figure.RECEIVED),
    BALANCE_PAYMENT(Figure.RECEIVED),
    DISBURSEMENT,
    PAYMENT_CLAIM,
    PAYMENT_APPLICATION,
    ACCOUNTS,
    ELIGIBLE_EXPENDITURE,
    COFINANCING_RATE,
    NATIONAL_COFINANCING,
    BENEFICIARY,
    OPERATION,
    MANAGING_AUTHORITY,
    INTERMEDIATE_BODY,
    AUDIT_AUTHORITY,
    MANAGEMENT_VERIFICATION,
    SPECIFIC_ACTION,
    EMERGENCY_ASSISTANCE,
    THEMATIC_FACILITY,
    OPERATING_SUPPORT,
    IRREGULARITY,
    FINANCIAL_CORRECTION,
    WITHDRAWAL,
    RECOVERY,
    DECOMMITMENT,
    DOUBLE_FUNDING,
    DURABILITY,
    AUDIT_TRAIL,
    ERROR_RATE,
    MILESTONE,
    OUTPUT_INDICATOR,
    CONTRACTING_AUTHORITY,
    CONTRACT(Figure.CONTRACTED),
    VARIATION(Figure.CONTRACTED),
    RETENTION,
    CONTINGENCY,
    COST_ESTIMATE(Figure.ESTIMATED),
    BASELINE(Figure.BASELINE),
    COST_ESTIMATE_CLASS,
    PHYSICAL_PROGRESS,
    ACCEPTANCE,
    TECHNICAL_SUPERVISION,
    PHYSICAL_BARRIER,
    SURVEILLANCE_SYSTEM;

    /** Those whose Lithuanian term was found in a public Lithuanian source; any other is a working term. */
    private static final Set<Term> FOUND = EnumSet.of(
            PRE_FINANCING,
            BALANCE_PAYMENT,
            PAYMENT_APPLICATION,
            ELIGIBLE_EXPENDITURE,
            COFINANCING_RATE,
            NATIONAL_COFINANCING,
            BENEFICIARY,
            MANAGING_AUTHORITY,
            INTERMEDIATE_BODY,
            IRREGULARITY,
            RECOVERY,
            DECOMMITMENT,
            MILESTONE,
            OUTPUT_INDICATOR,
            CONTRACT,
            TECHNICAL_SUPERVISION,
            PHYSICAL_BARRIER,
            SURVEILLANCE_SYSTEM);

    private final Figure figure;

    Term() {
        this(null);
    }

    Term(Figure figure) {
        this.figure = figure;
    }

    /** All of them in the order of this language's alphabet. */
    static List<Term> inOrder(Language language) {
        var letters = Collator.getInstance(language.locale());
        return Stream.of(values())
                .sorted(Comparator.comparing(term -> term.in(language), letters))
                .toList();
    }

    /** What it is called in this language. */
    public String in(Language language) {
        return Words.label(language, "term", this);
    }

    public boolean isFound() {
        return FOUND.contains(this);
    }

    /** The figure that is made of it, or null. */
    public Figure figure() {
        return figure;
    }

    /** Where on the page it stands. */
    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
