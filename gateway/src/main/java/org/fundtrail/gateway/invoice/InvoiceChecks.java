package org.fundtrail.gateway.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.invoice.AlikeView;
import org.fundtrail.infrastructure.api.invoice.InvoiceView;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** What is looked up for whoever matches or approves an invoice: what it is held against, what could be the same, the project's time. */
record InvoiceChecks(InvoiceView invoice, Language language) {

    List<Check> of(ProjectView project) {
        var checks = new ArrayList<Check>();
        if (invoice.available() != null) {
            checks.add(available());
        }
        checks.add(number());
        checks.add(similar());
        checks.add(issued(project));
        return Check.inOrder(checks);
    }

    private Check available() {
        var after = invoice.available().after();
        var isEnough = after.amount().signum() >= 0;
        var isExact = after.amount().signum() == 0;
        if (invoice.certificate() != null) {
            return Check.of(
                    isExact,
                    Words.say(
                            language,
                            isExact
                                    ? "check.equals-certificate"
                                    : isEnough ? "check.below-certificate" : "check.above-certificate",
                            Map.of(
                                    "certificate", invoice.certificate().reference(),
                                    "left", language.money(invoice.available().left()),
                                    "after", language.money(after))));
        }
        return Check.of(
                isEnough,
                Words.say(
                        language,
                        isEnough ? "check.invoice-within" : "check.invoice-above",
                        Map.of(
                                "left", language.money(invoice.available().left()),
                                "after", language.money(after))));
    }

    private Check number() {
        if (invoice.override() != null) {
            return new Check(
                    false,
                    Words.say(
                            language,
                            "check.number-again",
                            Map.of("reason", invoice.override().reason())),
                    first(invoice.duplicates()));
        }
        var others = invoice.duplicates().size();
        return new Check(
                others == 0,
                Words.say(
                        language,
                        others == 0 ? "check.number-single" : "check.number-others",
                        Map.of("count", String.valueOf(others))),
                first(invoice.duplicates()));
    }

    private Check similar() {
        var others = invoice.similar().size();
        return new Check(
                others == 0,
                Words.say(
                        language,
                        others == 0 ? "check.amount-single" : "check.amount-others",
                        Map.of("count", String.valueOf(others))),
                first(invoice.similar()));
    }

    private static String first(List<AlikeView> alike) {
        return alike.stream()
                .filter(one -> one.type().equals("invoice"))
                .findFirst()
                .map(one -> "/invoices/" + one.id())
                .orElse(null);
    }

    private Check issued(ProjectView project) {
        var day = invoice.issuedOn();
        var isWithin = !day.isBefore(project.period().from())
                && !day.isAfter(project.period().to());
        return Check.of(
                isWithin,
                Words.say(
                        language,
                        isWithin ? "check.issued-within" : "check.issued-outside",
                        Map.of(
                                "day", day.toString(),
                                "from", project.period().from().toString(),
                                "to", project.period().to().toString())));
    }
}
