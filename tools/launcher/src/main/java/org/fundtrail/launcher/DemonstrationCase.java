package org.fundtrail.launcher;

import static org.fundtrail.launcher.Staff.FUNDING;
import static org.fundtrail.launcher.Staff.INFRASTRUCTURE;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The real case of the border of Lithuania with Belarus, 2021-2022, recorded through the API by the people who would record it in a ministry, so that
 * the journal holds it like any other work. Every figure names its public source; what no source says is called synthetic.
 *
 * <p>Every step has an idempotency key of its own for ever: a load that was cut off simply runs again, and what is there stays as it is.
 */
final class DemonstrationCase {

    private final Staff staff;

    DemonstrationCase(String gateway, String password) {
        staff = new Staff(gateway, password);
    }

    void load() {
        recordProgrammes();
        recordReceptionMoney();
        recordBorderMoney();
        String worksProgramme = recordWorksProgramme();
        String barrier = recordBarrier(worksProgramme);
        new DemonstrationWorks(staff).record(barrier);
        recordSurveillance(worksProgramme);
    }

    private void recordProgrammes() {
        post("officer", "programme-amif-emas", FUNDING + "programmes", """
                {"code": "AMIF-EMAS", "fund": "AMIF", "name": "AMIF emergency assistance", "managementMode": "DIRECT",
                 "period": {"from": "2021-01-01", "to": "2027-12-31"}, "costScope": ["RECEPTION"]}""");
        post("officer", "programme-lt-state-2021", FUNDING + "programmes", """
                {"code": "LT-STATE-2021", "fund": "NATIONAL", "name": "State budget: physical barrier", "managementMode": "DIRECT",
                 "period": {"from": "2021-01-01", "to": "2022-12-31"}, "costScope": ["PHYSICAL_BARRIER", "SURVEILLANCE_SYSTEM", "OTHER"]}""");
        post("officer", "programme-eu-border-2021", FUNDING + "programmes", """
                {"code": "EU-BORDER-2021", "fund": "BMVI", "name": "Commission support for border protection (the source names no fund: BMVI is synthetic)",
                 "managementMode": "DIRECT", "period": {"from": "2021-01-01", "to": "2027-12-31"},
                 "costScope": ["SURVEILLANCE_SYSTEM", "BORDER_CROSSING_POINT", "EQUIPMENT", "IT_SYSTEM", "STAFF", "TRAINING"]}""");
    }

    /** It may pay for reception only, so it is committed to no project of the border. */
    private void recordReceptionMoney() {
        String allocation = id(post("officer", "allocation-amif-emas-lt-2021", FUNDING + "allocations", """
                {"reference": "AMIF-EMAS-LT-2021", "programme": "AMIF-EMAS", "donor": "European Commission",
                 "recipient": "Ministry of the Interior of the Republic of Lithuania", "actionType": "EMERGENCY_ASSISTANCE",
                 "purpose": "Reception of the people who crossed the border from Belarus: first aid, medical care, shelter, food, clothing",
                 "amount": {"amount": "37000000.00", "currency": "EUR"}, "coFinancingRate": "1",
                 "decision": {"reference": "Announced by the Commission on 11 August 2021 (number of the decision: not public)", "date": "2021-08-11"},
                 "eligibility": {"from": "2021-01-01", "to": "2022-12-31"},
                 "sources": [
                   {"title": "TRT World, statement of the Minister of the Interior", "date": "2021-08-18",
                    "statement": "The Commission has allocated EUR 37 million of emergency aid for immediate needs. The eligibility period is synthetic."},
                   {"title": "cde.news, release of the European Commission", "date": "2021-08-11",
                    "url": "https://cde.news/european-commission-approves-e36-7-million-to-support-migration-management-in-lithuania/",
                    "statement": "EUR 36.7 million of AMIF emergency assistance for reception capacity: EUR 0.3 million less than the ministry says."}]}"""));
        approve(
                "allocations",
                allocation,
                "allocation-amif-emas-lt-2021",
                "The amount agrees with the statement of the minister; the Commission's rounded figure is kept beside it.");
        String receipt = id(
                post("officer", "receipt-amif-emas-lt-2021", FUNDING + "allocations/" + allocation + "/receipts", """
                {"kind": "PRE_FINANCING", "amount": {"amount": "29600000.00", "currency": "EUR"}, "valueDate": "2021-10-08",
                 "bankReference": "SYNTHETIC-2021-10-08 (amount and day: aidas.lt)"}"""));
        confirm(receipt, "receipt-amif-emas-lt-2021");
    }

    private void recordBorderMoney() {
        String first = id(post("officer", "allocation-eu-border-2021", FUNDING + "allocations", """
                {"reference": "EU-BORDER-2021", "programme": "EU-BORDER-2021", "donor": "European Commission",
                 "recipient": "Ministry of the Interior of the Republic of Lithuania", "actionType": "EMERGENCY_ASSISTANCE",
                 "purpose": "Stronger protection of the border, 2021",
                 "amount": {"amount": "15000000.00", "currency": "EUR"}, "coFinancingRate": "1",
                 "decision": {"reference": "Not public; the day is synthetic", "date": "2021-12-31"},
                 "eligibility": {"from": "2021-01-01", "to": "2023-12-31"},
                 "sources": [{"title": "LRT", "date": "2022-08-19",
                   "url": "https://www.lrt.lt/en/news-in-english/19/1763298/surveillance-systems-cover-half-of-lithuania-belarus-border-minister",
                   "statement": "EUR 15 million of the Commission's EUR 70 million came in 2021. Action type, rate and eligibility period are synthetic."}]}"""));
        approve(
                "allocations",
                first,
                "allocation-eu-border-2021",
                "The amount agrees with the minister's account of the support.");
        String second = id(post("officer", "allocation-eu-border-2022", FUNDING + "allocations", """
                {"reference": "EU-BORDER-2022", "programme": "EU-BORDER-2021", "donor": "European Commission",
                 "recipient": "Ministry of the Interior of the Republic of Lithuania", "actionType": "EMERGENCY_ASSISTANCE",
                 "purpose": "Stronger protection of the border, 2022",
                 "amount": {"amount": "55000000.00", "currency": "EUR"}, "coFinancingRate": "1",
                 "decision": {"reference": "Not public; the day is that of the report", "date": "2022-08-19"},
                 "eligibility": {"from": "2021-01-01", "to": "2023-12-31"},
                 "sources": [{"title": "LRT", "date": "2022-08-19",
                   "url": "https://www.lrt.lt/en/news-in-english/19/1763298/surveillance-systems-cover-half-of-lithuania-belarus-border-minister",
                   "statement": "EUR 55 million of the Commission's EUR 70 million came in 2022. Action type, rate and eligibility period are synthetic."}]}"""));
        approve(
                "allocations",
                second,
                "allocation-eu-border-2022",
                "The amount agrees with the minister's account of the support.");

        String firstReceipt =
                id(post("officer", "receipt-eu-border-2021", FUNDING + "allocations/" + first + "/receipts", """
                {"kind": "PRE_FINANCING", "amount": {"amount": "15000000.00", "currency": "EUR"}, "valueDate": "2021-12-31",
                 "bankReference": "SYNTHETIC-2021-12-31 (amount and year: lrt.lt; the day is not public)"}"""));
        confirm(firstReceipt, "receipt-eu-border-2021");
        String secondReceipt =
                id(post("officer", "receipt-eu-border-2022", FUNDING + "allocations/" + second + "/receipts", """
                {"kind": "PRE_FINANCING", "amount": {"amount": "55000000.00", "currency": "EUR"}, "valueDate": "2022-08-19",
                 "bankReference": "SYNTHETIC-2022-08-19 (amount: lrt.lt; the day is that of the report)"}"""));
        confirm(secondReceipt, "receipt-eu-border-2022");
    }

    private String recordWorksProgramme() {
        String worksProgramme = id(post("engineer", "works-programme", INFRASTRUCTURE + "works-programmes", """
                {"reference": "LT-BY-BORDER-2021", "title": {"en": "Fence and monitoring system on the border with Belarus",
                 "lt": "Tvora ir stebėjimo sistema pasienyje su Baltarusija"}}"""));
        String estimate = estimate("works-programmes", worksProgramme, "works-programme-500m", """
                {"name": "Joint estimate of the minister", "amount": {"amount": "500000000.00", "currency": "EUR"},
                 "basis": "UNKNOWN", "lowerBound": true, "date": "2021-08-02",
                 "source": {"title": "LRT, 2 August 2021; TRT World, 18 August 2021: a fence and a monitoring system could cost more than EUR 500 million"}}""");
        chooseBaseline(
                "works-programmes",
                worksProgramme,
                estimate,
                "works-programme",
                "The only figure for fence and monitoring together; it says at least.");
        return worksProgramme;
    }

    private String recordBarrier(String worksProgramme) {
        String barrier =
                id(post("engineer", "project-barrier", INFRASTRUCTURE + "projects", """
                {"reference": "LT-BY-BARRIER", "title": {"en": "Physical barrier on the border with Belarus, 508 km",
                 "lt": "Fizinis barjeras pasienyje su Baltarusija, 508 km"}, "kind": "PHYSICAL_BARRIER", "beneficiary": "EPSO-G",
                 "period": {"from": "2021-08-23", "to": "2022-08-31"}, "place": "Border of Lithuania with Belarus, 508 km",
                 "worksProgramme": "%s"}""".formatted(worksProgramme)));
        estimate("projects", barrier, "barrier-15m", """
                {"name": "First public figure", "amount": {"amount": "15000000.00", "currency": "EUR"},
                 "basis": "UNKNOWN", "date": "2021-06-01",
                 "source": {"title": "Press, May or June 2021: about EUR 15 million, EUR 30 000 a km, for 508 km of fence (the day is synthetic)",
                   "url": "https://tricksfast.com/lithuania/the-interior-ministry-is-considering-building-a-fence-on-the-border-between-lithuania-and-belarus-the-price-is-15-million-euros"}}""");
        estimate("projects", barrier, "barrier-152m", """
                {"name": "Preliminary cost", "amount": {"amount": "152000000.00", "currency": "EUR"},
                 "basis": "UNKNOWN", "date": "2021-08-23",
                 "source": {"title": "EPSO-G: the government decided on the barrier, preliminary cost EUR 152 million",
                   "url": "https://www.epsog.lt/en/news/government-decided-on-the-installation-of-physical-barrier-on-the-border-with-belarus-to-be-build-by-epso-g"}}""");
        String budget = estimate("projects", barrier, "barrier-152-46m", """
                {"name": "Budget decided by the government", "amount": {"amount": "152460000.00", "currency": "EUR"},
                 "basis": "UNKNOWN", "date": "2021-08-23",
                 "source": {"title": "EPSO-G, Delfi, August 2021: EUR 152.46 million from the state budget",
                   "url": "https://www.epsog.lt/en/news/government-decided-on-the-installation-of-physical-barrier-on-the-border-with-belarus-to-be-build-by-epso-g"}}""");
        chooseBaseline("projects", barrier, budget, "barrier", "The budget that the government decided on.");

        String allocation = id(post("officer", "allocation-lt-state-barrier-2021", FUNDING + "allocations", """
                {"reference": "LT-STATE-BARRIER-2021", "programme": "LT-STATE-2021", "donor": "Government of the Republic of Lithuania",
                 "recipient": "EPSO-G", "actionType": "NATIONAL", "purpose": "Physical barrier on the border with Belarus, 508 km",
                 "amount": {"amount": "152460000.00", "currency": "EUR"}, "coFinancingRate": "0",
                 "decision": {"reference": "Decision of the Government of 23 August 2021", "date": "2021-08-23"},
                 "eligibility": {"from": "2021-08-23", "to": "2022-12-31"},
                 "sources": [{"title": "EPSO-G", "date": "2021-08-23",
                   "url": "https://www.epsog.lt/en/news/government-decided-on-the-installation-of-physical-barrier-on-the-border-with-belarus-to-be-build-by-epso-g",
                   "statement": "The government entrusts EPSO-G with the barrier and pays EUR 152.46 million from the state budget. The eligibility period is synthetic."}]}"""));
        approve(
                "allocations",
                allocation,
                "allocation-lt-state-barrier-2021",
                "The amount agrees with the decision of the government.");
        String commitment = id(post(
                "officer", "commitment-barrier", FUNDING + "allocations/" + allocation + "/commitments", """
                {"project": "%s", "amount": {"amount": "152460000.00", "currency": "EUR"},
                 "legalCommitment": {"reference": "Decision of the Government of 23 August 2021", "date": "2021-08-23"}}""".formatted(
                                barrier)));
        approve(
                "commitments",
                commitment,
                "commitment-barrier",
                "The decision of the government assigns the whole amount to the barrier.");
        return barrier;
    }

    private void recordSurveillance(String worksProgramme) {
        String surveillance = id(
                post("engineer", "project-surveillance", INFRASTRUCTURE + "projects", """
                {"reference": "SVVP/2024/1131", "title": {"en": "Surveillance of the border with Belarus, upgrade II",
                 "lt": "Sienos su Baltarusija stebėjimo sistemų atnaujinimas II"}, "kind": "SURVEILLANCE_SYSTEM",
                 "beneficiary": "State Border Guard Service (VSAT)", "period": {"from": "2024-01-01", "to": "2026-06-30"},
                 "place": "Border of Lithuania with Belarus (the first day of the period is synthetic)", "worksProgramme": "%s"}""".formatted(worksProgramme)));
        String estimate = estimate("projects", surveillance, "surveillance", """
                {"name": "Value of the project", "amount": {"amount": "10990100.00", "currency": "EUR"}, "basis": "UNKNOWN", "date": "2024-01-01",
                 "source": {"title": "vsat.lrv.lt: EUR 10 990 100, 80 % of it EU money (the day is not public: synthetic)"}}""");
        chooseBaseline("projects", surveillance, estimate, "surveillance", "The published value of the project.");
        new DemonstrationClaim(staff).record(surveillance);
    }

    private String estimate(String of, String id, String step, String body) {
        return id(post("engineer", "estimate-" + step, INFRASTRUCTURE + of + "/" + id + "/estimates", body));
    }

    /** One person proposes which estimate counts, another decides. */
    private void chooseBaseline(String of, String id, String estimate, String step, String reason) {
        String proposal = id(post(
                "engineer",
                "baseline-" + step,
                INFRASTRUCTURE + of + "/" + id + "/baseline",
                "{\"estimate\": \"" + estimate + "\", \"reason\": \"" + reason + "\"}"));
        post(
                "approver",
                "baseline-" + step + "-decision",
                INFRASTRUCTURE + "baselines/" + proposal + "/decision",
                "{\"outcome\": \"APPROVED\", \"reason\": \"The estimate and its source agree.\"}");
    }

    private void approve(String what, String id, String step, String reason) {
        post(
                "approver",
                step + "-decision",
                FUNDING + what + "/" + id + "/decision",
                "{\"outcome\": \"APPROVED\", \"reason\": \"" + reason + "\"}");
    }

    private void confirm(String receipt, String step) {
        post("accountant", step + "-confirmation", FUNDING + "receipts/" + receipt + "/confirmation", "{}");
    }

    private static String id(JsonNode answer) {
        return answer.path("id").asText();
    }

    private JsonNode post(String user, String step, String path, String body) {
        return staff.post(user, step, path, body);
    }
}
