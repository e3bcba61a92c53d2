package org.fundtrail.infrastructure.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Money;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Refusal.Finding;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters;
import org.fundtrail.infrastructure.api.certificate.CertificateParameters.Release;
import org.fundtrail.infrastructure.api.contract.CertificationTerms;
import org.fundtrail.infrastructure.api.contract.Stage;
import org.fundtrail.infrastructure.api.contract.VatRegime;
import org.fundtrail.infrastructure.api.rules.InfrastructureRule;
import org.fundtrail.infrastructure.api.security.SecurityKind;
import org.fundtrail.infrastructure.certificate.Certificate.Assessed;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.security.Securities;

/** Whether a certificate can be, and what it then comes to, by what its contract and the books say now. */
@ApplicationScoped
class Assessment {
    private static final CertificationTerms NOTHING_AGREED =
            new CertificationTerms(null, null, null, VatRegime.STANDARD, List.of());

    private final Securities securities;
    private final Standings standings;

    Assessment(Securities securities, Standings standings) {
        this.securities = securities;
        this.standings = standings;
    }

    /**
     * What is computed of it.
     *
     * @param contract locked, so that none of it changes meanwhile
     * @param said what it says
     * @param before the last approved one, or null
     * @throws Refusal where it cannot be certified
     */
    Assessed of(Contract contract, Said said, Certificate before) {
        contract.mustBeInForce();
        var terms = terms(contract);
        if (said.advance()) {
            mustBeFirst(terms, contract, before);
        }
        mustFollow(said, contract, before);
        mustBeSecured(said, terms, contract);
        var books = books(contract, standings.of(contract));
        mustBeCertifiedHere(contract, books, before);
        mustBeWithin(said, contract, books);
        var parameters = parameters(said, terms, contract, before);
        var computation =
                Computation.of(said.measured(), parameters, before == null ? Computation.NONE : before.computation());
        mustHold(computation, books, contract);
        return new Assessed(computation, parameters);
    }

    private static CertificationTerms terms(Contract contract) {
        return contract.certification() == null ? NOTHING_AGREED : contract.certification();
    }

    /** The advance comes before all work, and once. */
    private static void mustBeFirst(CertificationTerms terms, Contract contract, Certificate before) {
        if (terms.advance() == null) {
            throw Refusal.ofField(InfrastructureRule.ADVANCE_NOT_AGREED, "advance", "contract", contract.reference());
        }
        if (before != null) {
            throw Refusal.ofField(InfrastructureRule.ADVANCE_COMES_FIRST, "advance", "certificate", before.reference());
        }
    }

    private static void mustFollow(Said said, Contract contract, Certificate before) {
        var start = before == null ? contract.signedOn() : before.periodTo();
        if (said.periodTo().isBefore(start)) {
            throw Refusal.ofField(InputRule.END_BEFORE_START, "periodTo", "start", start.toString());
        }
    }

    private void mustBeSecured(Said said, CertificationTerms terms, Contract contract) {
        var missing = Stream.of(SecurityKind.PERFORMANCE, SecurityKind.ADVANCE)
                .filter(kind -> kind == SecurityKind.PERFORMANCE || said.advance())
                .filter(kind -> terms.securities().contains(kind))
                .filter(kind -> !securities.isLive(contract.id(), kind, said.periodTo()))
                .map(kind -> Finding.of(
                        InfrastructureRule.SECURITY_MISSING,
                        "periodTo",
                        "kind",
                        kind.name(),
                        "day",
                        said.periodTo().toString()))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(missing);
        }
    }

    /** Where invoices were accepted without a certificate, one would count their works once more. */
    private static void mustBeCertifiedHere(Contract contract, Shares.Books books, Certificate before) {
        if (before == null && books.certified().total().isPositive()) {
            throw Refusal.of(InfrastructureRule.ACCEPTED_ELSEWHERE, "contract", contract.reference());
        }
    }

    /** No line above its value, no variation above what is approved. */
    private static void mustBeWithin(Said said, Contract contract, Shares.Books books) {
        var above = new ArrayList<Finding>();
        for (var line : contract.schedule()) {
            var done = said.lines().getOrDefault(line.line(), Money.zero());
            if (done.compareTo(line.amount()) > 0) {
                above.add(Finding.of(
                        InfrastructureRule.LINE_ABOVE_VALUE,
                        said.field(line.line()),
                        "line",
                        line.line(),
                        "value",
                        line.amount().toString(),
                        "amount",
                        done.toString()));
            }
        }
        within("variations", said.variations(), books.variations().total()).ifPresent(above::add);
        within(
                        "priceAdjustment",
                        said.priceAdjustment(),
                        books.priceAdjustments().total())
                .ifPresent(above::add);
        if (!above.isEmpty()) {
            throw new Refusal(above);
        }
    }

    /** Between nothing and what is approved, which may be below zero. */
    private static Optional<Finding> within(String field, Money amount, Money approved) {
        var zero = Money.zero();
        return amount.compareTo(approved.max(zero)) <= 0 && amount.compareTo(approved.min(zero)) >= 0
                ? Optional.empty()
                : Optional.of(Finding.of(
                        InfrastructureRule.VARIATIONS_ABOVE_APPROVED,
                        field,
                        "approved",
                        approved.toString(),
                        "amount",
                        amount.toString()));
    }

    private static CertificateParameters parameters(
            Said said, CertificationTerms terms, Contract contract, Certificate before) {
        var certified = said.advance() || before != null && before.isAdvanceCertified();
        return new CertificateParameters(
                contract.net(),
                terms.retention(),
                released(said, contract),
                certified ? terms.advance() : Money.zero(),
                terms.recovery(),
                terms.vat(),
                contract.vatRate());
    }

    private static Release released(Said said, Contract contract) {
        if (contract.stage() == Stage.FINAL_ACCEPTANCE) {
            return Release.ALL;
        }
        return said.takingOver() || contract.stage().compareTo(Stage.TAKEN_OVER) >= 0 ? Release.HALF : Release.NONE;
    }

    /** Neither more than is contracted nor less than nothing is certified, and what is taken back has to be payable still. */
    private static void mustHold(Computation of, Shares.Books books, Contract contract) {
        var contracted = books.contracted().total();
        if (of.gross().compareTo(contracted) > 0) {
            throw Refusal.of(
                    InfrastructureRule.CERTIFIED_ABOVE_CONTRACT,
                    "gross",
                    of.gross().toString(),
                    "contracted",
                    contracted.toString());
        }
        if (of.gross().amount().signum() < 0) {
            throw Refusal.of(
                    InfrastructureRule.CERTIFIED_BELOW_ZERO, "gross", of.gross().toString());
        }
        var payable = books.payable().total();
        if (payable.plus(of.net()).amount().signum() < 0) {
            throw Refusal.of(
                    InfrastructureRule.TAKES_BACK_TOO_MUCH, "net", of.net().toString(), "payable", payable.toString());
        }
    }

    /** Where the contract stands by what it and its certificates say, row by row: whatever cost lines invoices name. */
    static Shares.Books books(Contract contract, Standing standing) {
        var rows = new LinkedHashSet<>(contract.netByRow().keySet());
        Stream.of(
                        CostAccount.CONTRACTED,
                        CostAccount.CERTIFIED,
                        CostAccount.APPROVED_VARIATIONS,
                        CostAccount.PRICE_ADJUSTMENTS)
                .flatMap(kind -> new TreeSet<>(standing.of(kind).keySet()).stream())
                .forEach(rows::add);
        var all = List.copyOf(rows);
        return new Shares.Books(
                all,
                ByRow.of(all, contract.netByRow()),
                on(CostAccount.APPROVED_VARIATIONS, standing, all),
                on(CostAccount.PRICE_ADJUSTMENTS, standing, all),
                on(CostAccount.CONTRACTED, standing, all),
                on(CostAccount.CERTIFIED, standing, all),
                on(CostAccount.CERTIFIED_VAT, standing, all),
                on(CostAccount.RETAINED, standing, all),
                on(CostAccount.ADVANCE, standing, all),
                on(CostAccount.PAYABLE, standing, all));
    }

    private static ByRow on(CostAccount account, Standing standing, List<UUID> rows) {
        var amounts = new HashMap<UUID, Money>();
        rows.forEach(row -> amounts.put(row, standing.said(account, row)));
        return ByRow.of(rows, amounts);
    }
}
