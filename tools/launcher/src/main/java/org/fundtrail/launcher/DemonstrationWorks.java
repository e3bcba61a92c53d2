package org.fundtrail.launcher;

import static org.fundtrail.launcher.Staff.INFRASTRUCTURE;

/**
 * What the barrier cost: the contract of September 2021 as it was published, and those of December 2021, about EUR 90 million net for some
 * 400 km, of which the worth of each lot is not public. Certificates and invoices are synthetic too and come to the EUR 142.5 million that
 * were published as spent by the end of 2022 (diena.lt); what is left of the contracts is held back until their defects are made good.
 */
final class DemonstrationWorks {
    private final Staff staff;

    DemonstrationWorks(Staff staff) {
        this.staff = staff;
    }

    /**
     * One of the contracts of December 2021.
     *
     * @param limit up to how much is held back, half of it once the lot is taken over
     */
    private record Lot(String step, String contractor, String identifier, String what, String net, String limit) {}

    void record(String barrier) {
        String line = staff.record(
                "engineer", "cost-line-barrier", INFRASTRUCTURE + "projects/" + barrier + "/cost-lines", """
                {"name": "Physical barrier (152.46 million with VAT; one line is synthetic)", "category": "WORKS",
                 "eligible": {"amount": "0.00", "currency": "EUR"}, "notEligible": {"amount": "126000000.00", "currency": "EUR"}, "euShare": "0",
                 "from": "2021-08-23"}""");
        recordPhase1(barrier, line);
        recordLot(
                barrier,
                line,
                new Lot(
                        "lot-south",
                        "UAB Kauno tiltai and UAB Alkesta",
                        "SYNTHETIC-KAUNO-TILTAI",
                        "South, about 100 km",
                        "24000000.00",
                        "1200000.00"),
                "23400000.00",
                "4914000.00",
                "28314000.00");
        recordLot(
                barrier,
                line,
                new Lot(
                        "lot-north",
                        "UAB Kauno tiltai and UAB Alkesta",
                        "SYNTHETIC-KAUNO-TILTAI",
                        "North, about 70 km",
                        "18000000.00",
                        "862809.92"),
                "17568595.04",
                "3689404.96",
                "21258000.00");
        recordLot(
                barrier,
                line,
                new Lot(
                        "lot-south-east",
                        "UAB Brosta",
                        "SYNTHETIC-BROSTA",
                        "South-east, about 100 km",
                        "24000000.00",
                        "1200000.00"),
                "23400000.00",
                "4914000.00",
                "28314000.00");
        recordLot(
                barrier,
                line,
                new Lot("lot-east", "UAB Tetas", "SYNTHETIC-TETAS", "East, about 100 km", "24000000.00", "1200000.00"),
                "23400000.00",
                "4914000.00",
                "28314000.00");
    }

    private void recordPhase1(String barrier, String line) {
        String contract =
                staff.record("engineer", "contract-tetas", INFRASTRUCTURE + "projects/" + barrier + "/contracts", """
                {"reference": "LT-BY-BARRIER-PHASE-1 (synthetic)",
                 "contractor": {"name": "UAB Tetas", "identifier": "SYNTHETIC-TETAS"},
                 "net": {"amount": "30000000.00", "currency": "EUR"}, "vatRate": "0.21", "signedOn": "2021-09-13", "dueOn": "2022-04-30"}""");
        staff.approve(
                INFRASTRUCTURE + "contracts/" + contract + "/decision",
                "contract-tetas",
                "Phase 1, 111 km: EUR 30 million net and EUR 36.3 million gross as the ministry published (vrm.lrv.lt).");
        String certificate = certify(contract, "tetas", "2022-04-30", "1", "30000000.00");
        pay(
                contract,
                certificate,
                "tetas",
                "UAB Tetas",
                "SYNTHETIC-TETAS",
                line,
                "30000000.00",
                "6300000.00",
                "36300000.00");
    }

    private void recordLot(String barrier, String line, Lot lot, String net, String vat, String gross) {
        String contract = staff.record(
                "engineer",
                "contract-" + lot.step,
                INFRASTRUCTURE + "projects/" + barrier + "/contracts",
                """
                {"reference": "LT-BY-BARRIER-PHASE-2-%s (synthetic)", "contractor": {"name": "%s", "identifier": "%s"},
                 "net": {"amount": "%s", "currency": "EUR"}, "vatRate": "0.21", "signedOn": "2021-12-15", "dueOn": "2022-08-31", "costLine": "%s",
                 "schedule": [{"line": "1", "description": "Fence: %s (worth, day and lots are synthetic)", "unit": "lot", "quantity": "1",
                   "price": {"amount": "%s", "currency": "EUR"}}],
                 "terms": {"retention": {"rate": "0.05", "limit": {"amount": "%s", "currency": "EUR"}}}}""".formatted(
                                lot.step.substring(4).toUpperCase(),
                                lot.contractor,
                                lot.identifier,
                                lot.net,
                                line,
                                lot.what,
                                lot.net,
                                lot.limit));
        staff.approve(
                INFRASTRUCTURE + "contracts/" + contract + "/decision",
                "contract-" + lot.step,
                "Phase 2: about EUR 90 million for some 400 km was published; the worth of the lot is synthetic.");
        String certificate = certify(contract, lot.step, "2022-08-31", "1", lot.net);
        pay(contract, certificate, lot.step, lot.contractor, lot.identifier, null, net, vat, gross);
    }

    /** All of it done and taken over. */
    private String certify(String contract, String step, String on, String number, String amount) {
        String certificate = staff.record(
                "engineer",
                "certificate-" + step,
                INFRASTRUCTURE + "contracts/" + contract + "/certificates",
                """
                {"number": "%s", "periodTo": "%s", "lines": [{"line": "1", "amount": {"amount": "%s", "currency": "EUR"}}],
                 "takingOver": true}""".formatted(number, on, amount));
        staff.approve(
                INFRASTRUCTURE + "certificates/" + certificate + "/decision",
                "certificate-" + step,
                "The works are taken over (what was certified when is synthetic).");
        return certificate;
    }

    /** Four people: one records the invoice, another matches it, a third approves it, a fourth pays it. */
    private void pay(
            String contract,
            String certificate,
            String step,
            String contractor,
            String identifier,
            String line,
            String net,
            String vat,
            String gross) {
        String invoice = staff.record("engineer", "invoice-" + step, INFRASTRUCTURE + "invoices", """
                {"contract": "%s", "number": "SYNTHETIC-%s", "supplier": {"name": "%s", "identifier": "%s"}, "issuedOn": "2022-09-15",
                 "net": {"amount": "%s", "currency": "EUR"}, "vat": {"amount": "%s", "currency": "EUR"},
                 "gross": {"amount": "%s", "currency": "EUR"}%s}""".formatted(
                        contract,
                        step.toUpperCase(),
                        contractor,
                        identifier,
                        net,
                        vat,
                        gross,
                        line == null ? "" : ", \"costLine\": \"" + line + "\""));
        String at = INFRASTRUCTURE + "invoices/" + invoice;
        staff.post(
                "inspector", "invoice-" + step + "-match", at + "/match", "{\"certificate\": \"" + certificate + "\"}");
        staff.approve(at + "/approval", "invoice-" + step, "It is what the certificate says is payable.");
        staff.post("accountant", "invoice-" + step + "-payment", at + "/payment", """
                {"paidOn": "2022-12-15", "proof": "SYNTHETIC-2022-12-15 (EUR 142.5 million spent by the end of 2022: diena.lt)"}""");
    }
}
