package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.map;
import static org.fundtrail.infrastructure.Infrastructure.unique;
import static org.fundtrail.records.Person.ACCOUNTANT;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bodies and shortcuts for tests of invoices: everything goes through the API. */
public final class Invoicing {
    private Invoicing() {}

    /** An invoice on this contract with VAT of 21 %, accepted elsewhere. */
    public static Map<String, Object> invoice(String contract, String net) {
        var amount = new BigDecimal(net);
        var vat = amount.multiply(new BigDecimal("0.21")).setScale(2, RoundingMode.HALF_UP);
        return map(
                "contract",
                contract,
                "number",
                unique("TET"),
                "supplier",
                Map.of("name", "UAB Tetas", "identifier", "300513148"),
                "issuedOn",
                "2022-02-28",
                "net",
                eur(net),
                "vat",
                eur(vat.toPlainString()),
                "gross",
                eur(amount.add(vat).toPlainString()),
                "acceptance",
                "Delivery note PER-2022/31, in the file of the Border Guard Service");
    }

    /** The same, accepted by this certificate. */
    public static Map<String, Object> invoice(String contract, String net, String certificate) {
        return Infrastructure.with(
                Infrastructure.with(invoice(contract, net), "acceptance", null), "certificate", certificate);
    }

    /** The id of an approved certificate of the one line of a contract. */
    public static String certified(String contract, String number, String done) {
        var id = Infrastructure.proposedCertificate(contract, number, done);
        APPROVER.post(API + "/certificates/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    /** A credit note of this net amount, with VAT of 21 %. */
    public static Map<String, Object> credit(String net) {
        var credit = new HashMap<>(invoice("", net));
        List.of("contract", "supplier", "acceptance").forEach(credit::remove);
        credit.put("reason", "Two kilometres were billed twice");
        return credit;
    }

    /** The id of an invoice that waits to be matched. */
    public static String received(Map<String, Object> invoice) {
        return ENGINEER.post(API + "/invoices", invoice)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of an invoice that waits for its approver. */
    public static String matched(Map<String, Object> invoice) {
        var id = received(invoice);
        INSPECTOR.post(API + "/invoices/{id}/match", Map.of(), id).statusCode(200);
        return id;
    }

    /** The id of an invoice that waits to be paid. */
    public static String approvedInvoice(Map<String, Object> invoice) {
        var id = matched(invoice);
        APPROVER.post(API + "/invoices/{id}/approval", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    /** The id of an invoice that was paid. */
    public static String paid(Map<String, Object> invoice) {
        var id = approvedInvoice(invoice);
        ACCOUNTANT
                .post(API + "/invoices/{id}/payment", Map.of("paidOn", "2022-03-25", "proof", "Order 417"), id)
                .statusCode(200);
        return id;
    }
}
