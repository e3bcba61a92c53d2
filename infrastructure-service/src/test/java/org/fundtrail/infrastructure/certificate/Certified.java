package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.map;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Contracts and their certificates, as tests make them: through the API. */
final class Certified {
    private Certified() {}

    /** Of certificate 1 of the worked example: retention, an advance, no securities. */
    static Map<String, Object> terms(String limit, String advance) {
        return map(
                "retention",
                Map.of("rate", "0.10", "limit", eur(limit)),
                "advance",
                eur(advance),
                "recovery",
                Map.of("start", "0.10", "rate", "0.25"));
    }

    /** The id of a contract in force that says this. */
    static String inForce(String project, Map<String, Object> contract) {
        String id = ENGINEER.post(API + "/projects/{id}/contracts", contract, project)
                .statusCode(201)
                .extract()
                .path("id");
        APPROVER.post(API + "/contracts/{id}/decision", Map.of("outcome", "APPROVED"), id)
                .statusCode(200);
        return id;
    }

    /** The same of one line, certified by these terms; null for none. */
    static String certifiable(String net, Map<String, Object> terms) {
        return inForce(recordedProject(), with(contract(net), "terms", terms));
    }

    /** A certificate of works by lines: line, amount, line, amount. */
    static Map<String, Object> certificate(String number, String periodTo, String... done) {
        var lines = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < done.length; i += 2) {
            lines.add(Map.of("line", done[i], "amount", eur(done[i + 1])));
        }
        return map("number", number, "periodTo", periodTo, "lines", lines);
    }

    static ValidatableResponse record(String contract, Map<String, Object> certificate) {
        return ENGINEER.post(API + "/contracts/{id}/certificates", certificate, contract);
    }

    static ValidatableResponse decide(String certificate, String outcome) {
        return APPROVER.post(
                API + "/certificates/{id}/decision", Map.of("outcome", outcome, "reason", "As it is"), certificate);
    }

    /** The id of one that waits. */
    static String proposed(String contract, Map<String, Object> certificate) {
        return record(contract, certificate).statusCode(201).extract().path("id");
    }

    /** What is answered about one that was approved. */
    static ValidatableResponse approved(String contract, Map<String, Object> certificate) {
        var id = proposed(contract, certificate);
        decide(id, "APPROVED").statusCode(200);
        return ENGINEER.get(API + "/certificates/{id}", id).statusCode(200);
    }

    /** Approves the advance of a contract. */
    static void advanced(String contract) {
        approved(contract, Map.of("number", "0", "advance", true));
    }

    static List<String> amounts(ValidatableResponse certificate, String... fields) {
        var read = certificate.extract().jsonPath();
        return List.of(fields).stream()
                .map(field -> read.getString(field + ".amount"))
                .toList();
    }
}
