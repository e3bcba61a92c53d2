package org.fundtrail.launcher;

import static org.fundtrail.launcher.Staff.FUNDING;
import static org.fundtrail.launcher.Staff.INFRASTRUCTURE;

import java.util.ArrayList;
import java.util.List;

/**
 * What of the surveillance project the Union pays: of the published EUR 10 990 100, 80 % are EUR 8 792 080, and EUR 2 198 020 stay with the
 * state (vsat.lrv.lt). Its cost lines, its contract, their invoices and the claim itself are synthetic, and say so.
 */
final class DemonstrationClaim {
    private final Staff staff;

    DemonstrationClaim(Staff staff) {
        this.staff = staff;
    }

    /** A cost line, what the contract says of it, and its invoice. */
    private record Part(
            String step, String name, String category, String net, String vat, String gross, String issuedOn) {}

    private static final List<Part> PARTS = List.of(
            new Part(
                    "surveillance-equipment",
                    "Cameras, sensors and masts (the split of the value is synthetic)",
                    "EQUIPMENT",
                    "7438016.53",
                    "1561983.47",
                    "9000000.00",
                    "2025-09-15"),
            new Part(
                    "surveillance-works",
                    "Works at the sites (synthetic)",
                    "WORKS",
                    "1239669.42",
                    "260330.58",
                    "1500000.00",
                    "2025-09-22"),
            new Part(
                    "surveillance-services",
                    "Design and supervision (synthetic)",
                    "SERVICES",
                    "405041.32",
                    "85058.68",
                    "490100.00",
                    "2025-09-30"));

    void record(String project) {
        List<String> lines = new ArrayList<>();
        for (Part part : PARTS) {
            lines.add(costLine(project, part));
        }
        String contract = contract(project, lines);
        List<String> invoices = new ArrayList<>();
        for (int i = 0; i < PARTS.size(); i++) {
            invoices.add(paidInvoice(contract, lines.get(i), PARTS.get(i)));
        }
        checklist();
        String allocation = commit(project);
        costOption(allocation, project);
        claim(allocation, project, invoices);
    }

    /** By what claims of the programme are verified. */
    private void checklist() {
        String checklist = staff.record("officer", "checklist-eu-border-2021", FUNDING + "checklists", """
                {"programme": "EU-BORDER-2021", "title": "Verification of payment claims (synthetic)", "questions": [
                  {"question": {"en": "Is each invoice paid, and is there proof of it?", "lt": "Ar kiekviena sąskaita apmokėta ir ar tai įrodyta?"},
                   "legalReference": "CPR 63(2)"},
                  {"question": {"en": "Was what is invoiced delivered and accepted?", "lt": "Ar tai, už ką išrašyta sąskaita, pristatyta ir priimta?"},
                   "legalReference": "CPR 74(1)(a)"},
                  {"question": {"en": "Is none of it declared or funded elsewhere?", "lt": "Ar niekas iš to nedeklaruota ir nefinansuota kitur?"},
                   "legalReference": "CPR 63(9)"}]}""");
        staff.approve(
                FUNDING + "checklists/" + checklist + "/decision",
                "checklist-eu-border-2021",
                "These are the questions of the regulation; the list itself is synthetic.");
    }

    /** All that is committed is claimed for the published value, so that nothing is claimed by it. */
    private void costOption(String allocation, String project) {
        String option = staff.record(
                "officer", "cost-option-surveillance", FUNDING + "cost-options", """
                {"allocation": "%s", "project": "%s", "kind": "UNIT_COST", "title": "Hours of the project's staff (synthetic)",
                 "decision": {"reference": "SYNTHETIC-UNIT-COST-2025", "date": "2025-01-20"},
                 "unit": "h", "rate": {"amount": "35.00", "currency": "EUR"}, "quantity": "160"}""".formatted(allocation, project));
        staff.approve(
                FUNDING + "cost-options/" + option + "/decision",
                "cost-option-surveillance",
                "Rate and hours are synthetic; the published value of the project is claimed by its invoices alone.");
    }

    /** Net: with VAT the lines come to the published EUR 10 990 100. All of it eligible, 80 % of it EU money. */
    private String costLine(String project, Part part) {
        return staff.record(
                "engineer",
                "cost-line-" + part.step,
                INFRASTRUCTURE + "projects/" + project + "/cost-lines",
                """
                {"name": "%s", "category": "%s", "eligible": {"amount": "%s", "currency": "EUR"},
                 "notEligible": {"amount": "0.00", "currency": "EUR"}, "euShare": "0.8", "from": "2024-01-01"}""".formatted(part.name, part.category, part.net));
    }

    private String contract(String project, List<String> lines) {
        List<String> schedule = new ArrayList<>();
        for (int i = 0; i < PARTS.size(); i++) {
            Part part = PARTS.get(i);
            schedule.add("""
                    {"line": "%d", "description": "%s", "costLine": "%s", "unit": "lot", "quantity": "1",
                     "price": {"amount": "%s", "currency": "EUR"}}""".formatted(i + 1, part.name, lines.get(i), part.net));
        }
        String contract = staff.record(
                "engineer",
                "contract-surveillance",
                INFRASTRUCTURE + "projects/" + project + "/contracts",
                """
                {"reference": "SVVP/2024/1131-SUPPLY (synthetic)", "contractor": {"name": "Contractor of the surveillance system (synthetic)",
                 "identifier": "SYNTHETIC-SURVEILLANCE"}, "net": {"amount": "9082727.27", "currency": "EUR"}, "vatRate": "0.21",
                 "signedOn": "2025-02-03", "dueOn": "2025-12-31", "schedule": [%s]}""".formatted(String.join(", ", schedule)));
        staff.approve(
                INFRASTRUCTURE + "contracts/" + contract + "/decision",
                "contract-surveillance",
                "With VAT it is the published value of the project; contractor and day are synthetic.");
        return contract;
    }

    /** Four people: one records the invoice, another matches it, a third approves it, a fourth pays it. */
    private String paidInvoice(String contract, String line, Part part) {
        String invoice = staff.record("engineer", "invoice-" + part.step, INFRASTRUCTURE + "invoices", """
                {"contract": "%s", "number": "SYNTHETIC-%s", "supplier": {"name": "Contractor of the surveillance system (synthetic)",
                 "identifier": "SYNTHETIC-SURVEILLANCE"}, "issuedOn": "%s", "costLine": "%s",
                 "net": {"amount": "%s", "currency": "EUR"}, "vat": {"amount": "%s", "currency": "EUR"},
                 "gross": {"amount": "%s", "currency": "EUR"}}""".formatted(
                        contract, part.step.toUpperCase(), part.issuedOn, line, part.net, part.vat, part.gross));
        String at = INFRASTRUCTURE + "invoices/" + invoice;
        staff.post(
                "inspector",
                "invoice-" + part.step + "-match",
                at + "/match",
                "{\"acceptance\": \"Acceptance protocol of the Border Guard Service (synthetic)\"}");
        staff.approve(at + "/approval", "invoice-" + part.step, "It is what was accepted.");
        staff.post(
                "accountant",
                "invoice-" + part.step + "-payment",
                at + "/payment",
                "{\"paidOn\": \"2025-10-15\", \"proof\": \"SYNTHETIC-2025-10-15\"}");
        return invoice;
    }

    /** The Union's share, committed to the project. */
    private String commit(String project) {
        String allocation = staff.record("officer", "allocation-surveillance", FUNDING + "allocations", """
                {"reference": "BMVI-LT-SURVEILLANCE-II (synthetic)", "programme": "EU-BORDER-2021", "donor": "European Commission",
                 "recipient": "State Border Guard Service (VSAT)", "actionType": "SPECIFIC_ACTION",
                 "purpose": "Surveillance of the border with Belarus, upgrade II: 80 % of EUR 10 990 100",
                 "amount": {"amount": "8792080.00", "currency": "EUR"}, "coFinancingRate": "0.8",
                 "decision": {"reference": "SVVP/2024/1131 (the day is synthetic)", "date": "2025-01-02"},
                 "eligibility": {"from": "2024-01-01", "to": "2026-06-30"},
                 "sources": [{"title": "vsat.lrv.lt", "date": "2025-01-02",
                   "statement": "EUR 10 990 100, 80 % of it EU money. Action type, period and day are synthetic."}]}""");
        staff.approve(
                FUNDING + "allocations/" + allocation + "/decision",
                "allocation-surveillance",
                "80 % of the published value of the project.");
        String commitment = staff.record(
                "officer",
                "commitment-surveillance",
                FUNDING + "allocations/" + allocation + "/commitments",
                """
                {"project": "%s", "amount": {"amount": "8792080.00", "currency": "EUR"},
                 "legalCommitment": {"reference": "SVVP/2024/1131 (synthetic)", "date": "2025-01-15"}}""".formatted(project));
        staff.approve(
                FUNDING + "commitments/" + commitment + "/decision",
                "commitment-surveillance",
                "The project is what the allocation was decided for.");
        return allocation;
    }

    /** Four people: one records and submits the claim, another verifies it, a third authorises it, a fourth pays it. */
    private void claim(String allocation, String project, List<String> invoices) {
        String claim = staff.record("officer", "claim-surveillance", FUNDING + "claims", """
                {"allocation": "%s", "project": "%s", "invoices": ["%s"]}""".formatted(
                        allocation, project, String.join("\", \"", invoices)));
        String at = FUNDING + "claims/" + claim;
        staff.post("officer", "claim-surveillance-submission", at + "/submission", "{\"on\": \"2025-11-03\"}");
        staff.post("verifier", "claim-surveillance-verification", at + "/verification", """
                {"outcome": "APPROVED", "on": "2025-11-24", "reason": "Each invoice is paid and is what was accepted.",
                 "checklist": {"version": 1, "answers": [{"question": 1, "answer": "YES"}, {"question": 2, "answer": "YES"},
                   {"question": 3, "answer": "YES"}]}, "sampled": [1, 2, 3]}""");
        staff.post(
                "approver",
                "claim-surveillance-authorisation",
                at + "/authorisation",
                "{\"outcome\": \"APPROVED\", \"on\": \"2025-12-01\", \"reason\": \"80 % of EUR 10 990 100.00 are EUR 8 792 080.00.\"}");
        staff.post(
                "accountant",
                "claim-surveillance-payment",
                at + "/payment",
                "{\"paidOn\": \"2025-12-15\", \"bankReference\": \"SYNTHETIC-2025-12-15\"}");
    }
}
