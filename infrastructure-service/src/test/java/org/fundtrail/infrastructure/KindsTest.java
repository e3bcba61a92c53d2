package org.fundtrail.infrastructure;

import static org.fundtrail.records.Person.ENGINEER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Kind;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.journal.Surroundings;
import org.fundtrail.records.Sample;

@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class KindsTest extends org.fundtrail.records.KindsTest {
    private String owner;
    private String contract;
    /** Each report is asked for as of another day, so that no two requests are alike. */
    private int days;

    /** A project of its own, since each has one proposed baseline at a time. */
    private String project() {
        owner = "/projects/" + Infrastructure.recordedProject();
        return owner;
    }

    @Override
    protected String api() {
        return Infrastructure.API;
    }

    @Override
    protected Kind[] listed() {
        return InfrastructureKind.values();
    }

    @Override
    protected List<Sample> samples() {
        return List.of(
                new Sample(
                        "works-programme",
                        ENGINEER,
                        "/works-programmes",
                        () -> "/works-programmes",
                        Infrastructure::works),
                new Sample(
                        "project",
                        ENGINEER,
                        "/projects",
                        () -> "/projects",
                        () -> Infrastructure.project("PHYSICAL_BARRIER")),
                new Sample(
                        "estimate",
                        ENGINEER,
                        "/estimates",
                        () -> project() + "/estimates",
                        () -> Infrastructure.with(
                                Infrastructure.estimate("1.00", "GROSS", "2021-09-01"),
                                "name",
                                Infrastructure.unique("Estimate"))),
                new Sample(
                        "baseline",
                        ENGINEER,
                        "/baselines",
                        () -> project() + "/baseline",
                        () -> Map.of("estimate", estimate(), "reason", "The government decided so")),
                new Sample(
                        "cost-line",
                        ENGINEER,
                        "/cost-lines",
                        () -> project() + "/cost-lines",
                        () -> Infrastructure.costLine("1.00")),
                new Sample(
                        "budget-transfer",
                        ENGINEER,
                        "/budget-transfers",
                        () -> project() + "/budget-transfers",
                        () -> Infrastructure.budgetTransfer(line("1.00"), line("0.00"), "1.00")),
                new Sample(
                        "budget-change",
                        ENGINEER,
                        "/budget-changes",
                        () -> project() + "/budget-changes",
                        () -> Infrastructure.budgetChange(line("1.00"), "-1.00")),
                new Sample(
                        "direct-cost",
                        ENGINEER,
                        "/direct-costs",
                        () -> project() + "/direct-costs",
                        () -> Infrastructure.directCost(line("1.00"), "2.00")),
                new Sample(
                        "forecast",
                        ENGINEER,
                        "/forecasts",
                        () -> "/cost-lines/" + Infrastructure.recordedCostLine(Infrastructure.recordedProject(), "1.00")
                                + "/forecasts",
                        () -> Infrastructure.forecast("2.00")),
                new Sample(
                        "certificate",
                        ENGINEER,
                        "/certificates",
                        () -> "/contracts/" + Infrastructure.inForce(Infrastructure.recordedProject(), "1.00")
                                + "/certificates",
                        () -> Infrastructure.certificate(Infrastructure.unique("IPC"), "0.50")),
                new Sample(
                        "contract",
                        ENGINEER,
                        "/contracts",
                        () -> project() + "/contracts",
                        () -> Infrastructure.contract("1.00")),
                variation("PENDING"),
                variation("POTENTIAL"),
                new Sample(
                        "invoice",
                        ENGINEER,
                        "/invoices",
                        () -> "/invoices",
                        () -> Invoicing.invoice(inForce(), "1.00"),
                        Map.of(
                                "MATCH", sent("match", Map.of()),
                                "APPROVE", sent("approval", Map.of("outcome", "APPROVED")),
                                "RETURN", sent("approval", Map.of("outcome", "RETURNED", "reason", "Once more")),
                                "REJECT", sent("approval", Map.of("outcome", "REJECTED", "reason", "Not ours")),
                                "PAY", sent("payment", Map.of("paidOn", "2022-03-25", "proof", "Order 417")),
                                "DISPUTE", sent("dispute", Map.of("reason", "Another price was agreed")))),
                new Sample(
                        "credit-note",
                        ENGINEER,
                        "/credit-notes",
                        () -> "/invoices/"
                                + Invoicing.approvedInvoice(Invoicing.invoice(inForce(), "2.00"))
                                + "/credit",
                        () -> Invoicing.credit("1.00")),
                new Sample(
                        "security",
                        ENGINEER,
                        "/securities",
                        () -> contract() + "/securities",
                        () -> Infrastructure.with(
                                Infrastructure.security("PERFORMANCE", "2021-09-13", "2022-10-31"),
                                "issuer",
                                Infrastructure.unique("Bank"))),
                new Sample(
                        "subcontractor",
                        ENGINEER,
                        "/subcontractors",
                        () -> contract() + "/subcontractors",
                        () -> Infrastructure.subcontractor("60000.00")),
                new Sample(
                        "cost-report",
                        ENGINEER,
                        "/cost-reports",
                        () -> project() + "/cost-reports",
                        () -> Map.of(
                                "asOf",
                                LocalDate.of(2021, 1, 1).plusDays(days++).toString())));
    }

    private static Sample variation(String state) {
        return new Sample(
                "variation",
                ENGINEER,
                "/variations",
                () -> contract() + "/variations",
                () -> Infrastructure.with(
                        Infrastructure.variation(state, "0.10"), "reason", Infrastructure.unique("Because")));
    }

    private static Sample.Sending sent(String under, Map<String, Object> body) {
        return new Sample.Sending("post", "/" + under, body);
    }

    /** The id of a contract on which there is room for many. */
    private String inForce() {
        contract = contract == null ? Infrastructure.inForce(Infrastructure.recordedProject(), "100000.00") : contract;
        return contract;
    }

    private static String contract() {
        return "/contracts/" + Infrastructure.inForce(Infrastructure.recordedProject(), "1.00");
    }

    /** A cost line of the project that was made last. */
    private String line(String budget) {
        return Infrastructure.recordedCostLine(owner.substring("/projects/".length()), budget);
    }

    /** Of the project that was made last. */
    private String estimate() {
        return Infrastructure.recordedEstimate(owner, Infrastructure.estimate("1.00", "GROSS", "2021-09-01"));
    }
}
