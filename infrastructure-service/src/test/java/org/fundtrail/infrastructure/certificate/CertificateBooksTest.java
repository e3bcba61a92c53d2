package org.fundtrail.infrastructure.certificate;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.fundtrail.infrastructure.Infrastructure.INSPECTOR;
import static org.fundtrail.infrastructure.Infrastructure.contract;
import static org.fundtrail.infrastructure.Infrastructure.map;
import static org.fundtrail.infrastructure.Infrastructure.recordedCostLine;
import static org.fundtrail.infrastructure.Infrastructure.recordedProject;
import static org.fundtrail.infrastructure.Infrastructure.refused;
import static org.fundtrail.infrastructure.Infrastructure.with;
import static org.fundtrail.infrastructure.certificate.Certified.advanced;
import static org.fundtrail.infrastructure.certificate.Certified.approved;
import static org.fundtrail.infrastructure.certificate.Certified.certifiable;
import static org.fundtrail.infrastructure.certificate.Certified.certificate;
import static org.fundtrail.infrastructure.certificate.Certified.decide;
import static org.fundtrail.infrastructure.certificate.Certified.inForce;
import static org.fundtrail.infrastructure.certificate.Certified.record;
import static org.fundtrail.infrastructure.certificate.Certified.terms;
import static org.fundtrail.records.Person.APPROVER;
import static org.fundtrail.records.Person.ENGINEER;
import static org.fundtrail.records.Person.eur;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.fundtrail.infrastructure.account.CostAccount;
import org.fundtrail.journal.Balances;
import org.fundtrail.journal.Role;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Crowd;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is certified, in whatever order and by however many at once: the books hold. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class CertificateBooksTest {
    private static final Person OTHER_APPROVER = new Person("approver.other", Role.APPROVER, "LT-VRM");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> MAY_BE_REFUSED =
            Set.of("certified-above-contract", "takes-back-too-much", "line-above-value");

    @Inject
    Balances balances;

    private BigDecimal standing(String contract, CostAccount account) {
        return balances.of(UUID.fromString(contract)).getOrDefault(account.name(), Map.of()).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void what_is_payable_and_held_back_is_what_is_certified_and_the_advance_outstanding(long seed) {
        var random = new Random(seed);
        var project = recordedProject();
        var line = map("line", "1", "description", "Fence", "unit", "km", "quantity", "7", "price", eur("33.33"));
        var gates = map("line", "2", "description", "Gates", "unit", "set", "quantity", "1", "price", eur("766.69"));
        gates.put("costLine", recordedCostLine(project, "700.00"));
        var contract = inForce(
                project,
                with(with(contract("1000.00"), "schedule", List.of(line, gates)), "terms", terms("60.00", "100.01")));
        if (random.nextBoolean()) {
            advanced(contract);
        }
        var day = LocalDate.of(2021, 9, 13);
        for (int n = 1; n <= 12; n++) {
            day = day.plusDays(random.nextInt(20));
            var said = certificate(
                    String.valueOf(n), day.toString(), "1", cents(random, 23331), "2", cents(random, 90000));
            said.put("plantAndMaterials", eur(cents(random, 2000)));
            said.put("takingOver", random.nextInt(6) == 0);
            var before = standing(contract, CostAccount.CERTIFIED);
            var answer = record(contract, said);
            if (answer.extract().statusCode() == 201) {
                decide(answer.extract().path("id"), "APPROVED").statusCode(200);
                assertEquals(
                        0,
                        standing(contract, CostAccount.CERTIFIED)
                                .compareTo(new BigDecimal(answer.extract().<String>path("gross.amount"))));
            } else {
                assertTrue(
                        MAY_BE_REFUSED.contains(answer.extract().<String>path("code")),
                        answer.extract().asString());
                assertEquals(before, standing(contract, CostAccount.CERTIFIED));
            }
            holds(contract);
        }
    }

    private static String cents(Random random, int below) {
        return BigDecimal.valueOf(random.nextInt(below + 1), 2).toPlainString();
    }

    private void holds(String contract) {
        var payment = standing(contract, CostAccount.PAYABLE)
                .add(standing(contract, CostAccount.INVOICED))
                .add(standing(contract, CostAccount.PAID))
                .add(standing(contract, CostAccount.RETAINED));
        var value = standing(contract, CostAccount.CERTIFIED).subtract(standing(contract, CostAccount.ADVANCE));
        assertEquals(0, payment.compareTo(value), payment + " and " + value);
        var open = standing(contract, CostAccount.CONTRACTED);
        assertEquals(0, open.add(standing(contract, CostAccount.CERTIFIED)).compareTo(new BigDecimal("1000.00")));
        assertTrue(open.signum() >= 0);
        var vat = standing(contract, CostAccount.CONTRACTED_VAT).add(standing(contract, CostAccount.CERTIFIED_VAT));
        assertEquals(0, vat.compareTo(new BigDecimal("210.00")), vat.toString());
        balances.of(UUID.fromString(contract))
                .get(CostAccount.PAYABLE.name())
                .forEach((row, amount) -> assertTrue(amount.signum() >= 0, row + " " + amount));
    }

    @Test
    void of_two_certificates_for_the_last_of_a_line_one_is_refused() {
        for (int round = 0; round < 5; round++) {
            var contract = certifiable("1000.00", null);
            approved(contract, certificate("1", "2021-10-31", "1", "600.00"));
            var at = API + "/contracts/" + contract + "/certificates";
            var sent = Crowd.atOnce(List.of(
                    Crowd.Sent.of(ENGINEER, at, json(certificate("2", "2021-11-30", "1", "1000.00"))),
                    Crowd.Sent.of(INSPECTOR, at, json(certificate("3", "2021-11-30", "1", "1000.00")))));
            assertEquals(
                    "certificate-already-proposed",
                    Crowd.with(409, 1, sent).get(0).code());
            var id = JsonPath.from(Crowd.with(201, 1, sent).get(0).body()).getString("id");
            var decided = Crowd.atOnce(List.of(
                    Crowd.Sent.of(
                            APPROVER, API + "/certificates/" + id + "/decision", json(Map.of("outcome", "APPROVED"))),
                    Crowd.Sent.of(
                            OTHER_APPROVER,
                            API + "/certificates/" + id + "/decision",
                            json(Map.of("outcome", "APPROVED")))));
            Crowd.with(200, 1, decided);
            assertEquals("wrong-state", Crowd.with(409, 1, decided).get(0).code());
            refused(
                    record(contract, certificate("4", "2021-11-30", "1", "1000.01")),
                    409,
                    "line-above-value",
                    "lines[0].amount");
            assertEquals(0, standing(contract, CostAccount.CERTIFIED).compareTo(new BigDecimal("1000.00")));
            assertEquals(0, standing(contract, CostAccount.PAYABLE).compareTo(new BigDecimal("1000.00")));
        }
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
