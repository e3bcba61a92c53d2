package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.approvedVariation;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.variation;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.certificate.Certified.amounts;
import static org.fundtrail.infrastructure.certificate.Certified.approved;
import static org.fundtrail.infrastructure.certificate.Certified.certificate;
import static org.fundtrail.infrastructure.certificate.Certified.inForce;
import static org.fundtrail.infrastructure.certificate.Certified.record;
import static org.fundtrail.infrastructure.certificate.Certified.terms;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract of 30 million from its advance to the taking-over, cell by cell, through the API. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class WorkedExampleTest {
    private static final String[] CELLS = {
        "gross", "retention", "released", "advanceRecoveredNow", "cumulative", "net", "payable"
    };

    @Inject
    Balances balances;

    private String contract;
    private String works;

    @BeforeEach
    void a_contract_with_its_securities_and_what_varied_it() {
        var project = recordedProject();
        works = recordedCostLine(project, "32000000.00");
        var said = with(with(contract("30000000.00"), "costLine", works), "terms", terms("1500000.00", "3000000.00"));
        contract = inForce(project, with(said, "terms.securities", List.of("PERFORMANCE", "ADVANCE")));
        for (var kind : List.of("PERFORMANCE", "ADVANCE")) {
            ENGINEER.post(
                            API + "/contracts/{id}/securities",
                            Map.of(
                                    "kind", kind,
                                    "amount", eur("3000000.00"),
                                    "issuer", "Bank",
                                    "from", "2021-09-01",
                                    "to", "2023-12-31"),
                            contract)
                    .statusCode(201);
        }
    }

    private static Map<String, Object> done(
            String n, String day, String works, String variations, String priceAdjustment, String plant) {
        var said = certificate(n, day, "1", works);
        said.put("variations", eur(variations));
        said.put("priceAdjustment", eur(priceAdjustment));
        said.put("plantAndMaterials", eur(plant));
        return said;
    }

    @Test
    void certificates_1_to_5_come_out_to_the_cent() {
        approved(contract, Map.of("number", "0", "advance", true))
                .body("payable.amount", org.hamcrest.Matchers.equalTo("3630000.00"));
        var one = done("1", "2021-12-31", "2400000.00", "0.00", "0.00", "500000.00");
        is(one, "2900000.00", "240000.00", "0.00", "0.00", "5660000.00", "2660000.00", "3218600.00");
        refused(
                record(contract, done("2", "2022-03-31", "6200000.00", "180000.00", "0.00", "800000.00")),
                409,
                "variations-above-approved",
                "variations");
        approvedVariation(contract, with(variation("PENDING", "1200000.00"), "on", "2022-01-15"));
        approvedVariation(
                contract,
                with(with(variation("PENDING", "480000.00"), "class", "PRICE_ADJUSTMENT"), "on", "2022-01-15"));
        var two = done("2", "2022-03-31", "6200000.00", "180000.00", "0.00", "800000.00");
        is(two, "7180000.00", "638000.00", "0.00", "1070000.00", "8472000.00", "2812000.00", "3402520.00");
        var three = done("3", "2022-06-30", "12500000.00", "450000.00", "96000.00", "600000.00");
        is(three, "13646000.00", "1304600.00", "0.00", "1616500.00", "12654900.00", "4182900.00", "5061309.00");
        var four = done("4", "2022-09-30", "21000000.00", "900000.00", "310000.00", "250000.00");
        is(four, "22460000.00", "1500000.00", "0.00", "313500.00", "20960000.00", "8305100.00", "10049171.00");
        stands("N", CostAccount.CERTIFIED, "22460000.00");
        stands("P", CostAccount.RETAINED, "1500000.00");
        stands("R", CostAccount.CONTRACTED, "9220000.00");
        var five = done("5", "2022-12-31", "29400000.00", "1200000.00", "480000.00", "0.00");
        five.put("takingOver", true);
        is(five, "31080000.00", "1500000.00", "750000.00", "0.00", "30330000.00", "9370000.00", "11337700.00");
        stands("all that was paid or is payable", CostAccount.PAYABLE, "30330000.00");
        stands("held back", CostAccount.RETAINED, "750000.00");
        stands("the advance is recovered", CostAccount.ADVANCE, "0.00");
    }

    private void is(Map<String, Object> certificate, String... cells) {
        var shown = ENGINEER.request().body(certificate).post(API + "/contracts/{id}/certificates/preview", contract);
        assertEquals(List.of(cells), amounts(shown.then().statusCode(200), CELLS), "shown before it is recorded");
        assertEquals(List.of(cells), amounts(approved(contract, certificate), CELLS));
    }

    /** All of it on the cost line of the contract. */
    private void stands(String what, CostAccount account, String amount) {
        assertEquals(
                new BigDecimal(amount),
                balances.of(UUID.fromString(contract)).get(account.name()).get(UUID.fromString(works)),
                what);
    }
}
