package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.infrastructure.account.CostAccount.ADVANCE;
import static org.fundtrail.infrastructure.account.CostAccount.CERTIFIED;
import static org.fundtrail.infrastructure.account.CostAccount.CERTIFIED_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.INVOICED;
import static org.fundtrail.infrastructure.account.CostAccount.ORIGINAL_COMMITMENTS;
import static org.fundtrail.infrastructure.account.CostAccount.ORIGINAL_COMMITMENTS_VAT;
import static org.fundtrail.infrastructure.account.CostAccount.PAID;
import static org.fundtrail.infrastructure.account.CostAccount.PAYABLE;
import static org.fundtrail.infrastructure.account.CostAccount.RECLASSIFYING;
import static org.fundtrail.infrastructure.account.CostAccount.RETAINED;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.infrastructure.certificate.Reclassified.Whole;
import org.fundtrail.infrastructure.contract.Contract;
import org.fundtrail.infrastructure.contract.Contracts;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Writer;

/**
 * Keeps on the cost line that an invoice names what its certificate put on none: both chains of the contract, with what was committed. It is
 * divided anew whenever an invoice, a credit note or a certificate changes what it is divided by.
 */
@ApplicationScoped
public class Reclassifications {
    private final Standings standings;

    Reclassifications(Standings standings) {
        this.standings = standings;
    }

    /**
     * That so much more of the net amount of an approved invoice counts on the line that it names, or less.
     *
     * @param contract locked
     */
    public void naming(Contract contract, UUID line, Money net, Change change) {
        var now = new Now(contract, standings.of(contract));
        var named = now.named();
        named.merge(line, net, Money::plus);
        now.become(Reclassified.of(now.whole(), now.none(), named), change);
    }

    /**
     * What the approval of a certificate changes of it; nothing where no invoice names a line. Written before the entry of the certificate, which
     * so counts from its own day.
     *
     * @param standing as it was before
     */
    List<Change> certifying(Certificate certificate, Shares shares, Standing standing, Writer by) {
        var now = new Now(certificate.contract(), standing);
        return now.of(certificate)
                .map(row -> row.whole(
                        certificate.isOfAdvance(), shares.certifiedVat().of(row.row())))
                .map(more -> now.divided(now.whole().plus(more), certificate.periodTo(), by))
                .orElse(List.of());
    }

    /**
     * The same of its reversal.
     *
     * @param standing as it was before
     */
    List<Change> reversing(Certificate certificate, Standing standing, Writer by) {
        var now = new Now(certificate.contract(), standing);
        return now.of(certificate)
                .map(row -> row.whole(certificate.isOfAdvance(), now.vatOf(row)))
                .map(less -> now.divided(now.whole().minus(less), by.today(), by))
                .orElse(List.of());
    }

    /** How it stands, before anything changes. */
    private record Now(Contract contract, Standing standing) {
        UUID none() {
            return contract.project().id();
        }

        private Money standing(CostAccount kind) {
            return standing.at(kind, none());
        }

        /** What is invoiced on each line that invoices name. */
        Map<UUID, Money> named() {
            var named = new TreeMap<UUID, Money>();
            standing.of(RECLASSIFYING)
                    .forEach((line, amount) -> named.put(line, Money.zero().minus(amount)));
            return named;
        }

        /** What a certificate says of what has no cost line, where invoices name lines. */
        Optional<CertificateRow> of(Certificate certificate) {
            return certificate.rows().stream()
                    .filter(row -> row.row().equals(none()) && !named().isEmpty())
                    .findFirst();
        }

        /** What certificates say of what has no cost line. */
        Whole whole() {
            var invoiced = named().values().stream().reduce(Money.zero(), Money::plus);
            return new Whole(
                    standing(PAYABLE)
                            .plus(standing(INVOICED))
                            .plus(standing(PAID))
                            .plus(invoiced),
                    standing.said(CERTIFIED, none()),
                    standing.said(CERTIFIED_VAT, none()),
                    standing.said(RETAINED, none()),
                    standing.said(ADVANCE, none()));
        }

        /** VAT on what the last certificate certified: VAT is of all that is certified to date. */
        Money vatOf(CertificateRow row) {
            var before = whole().certified().minus(row.certified()).times(contract.vatRate());
            return whole().certifiedVat().minus(before);
        }

        List<Change> divided(Whole whole, LocalDate on, Writer by) {
            var change = Contracts.reclassified(contract, by).on(on);
            return become(Reclassified.of(whole, none(), named()), change) ? List.of(change) : List.of();
        }

        /** Moves what is on another row by now; whether anything is. */
        boolean become(Reclassified next, Change change) {
            var isAny = false;
            for (var line : next.certified().amounts().keySet()) {
                if (!line.equals(none())) {
                    isAny |= move(line, next.certified(), change, CERTIFIED, ORIGINAL_COMMITMENTS);
                    isAny |= move(line, next.certifiedVat(), change, CERTIFIED_VAT, ORIGINAL_COMMITMENTS_VAT);
                    isAny |= move(line, next.retained(), change, RETAINED);
                    isAny |= move(line, next.advance(), change, ADVANCE);
                }
            }
            return isAny;
        }

        /** What is committed goes along with what is certified. */
        private boolean move(UUID line, ByRow next, Change change, CostAccount... kinds) {
            var more = next.of(line).minus(standing.moved(kinds[0], line));
            for (var kind : kinds) {
                change.movingEitherWay(more, kind.of(contract.id(), none()), kind.of(contract.id(), line));
            }
            return more.amount().signum() != 0;
        }
    }
}
