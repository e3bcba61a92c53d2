package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.fundtrail.client.ApiClient;
import org.fundtrail.client.api.InfrastructureContractsApi;
import org.fundtrail.client.api.InfrastructureCostLinesApi;
import org.fundtrail.client.api.InfrastructureProjectsApi;
import org.fundtrail.client.api.InfrastructureSecuritiesApi;
import org.fundtrail.client.model.InfrastructureApprovalStatus;
import org.fundtrail.client.model.InfrastructureCertificationTerms;
import org.fundtrail.client.model.InfrastructureContractor;
import org.fundtrail.client.model.InfrastructureCostCategory;
import org.fundtrail.client.model.InfrastructureDecision;
import org.fundtrail.client.model.InfrastructureDecisionOutcome;
import org.fundtrail.client.model.InfrastructureNewContract;
import org.fundtrail.client.model.InfrastructureNewCostLine;
import org.fundtrail.client.model.InfrastructureNewProject;
import org.fundtrail.client.model.InfrastructureNewSecurity;
import org.fundtrail.client.model.InfrastructurePeriod;
import org.fundtrail.client.model.InfrastructureProjectKind;
import org.fundtrail.client.model.InfrastructureRetention;
import org.fundtrail.client.model.InfrastructureSecurityKind;
import org.fundtrail.client.model.InfrastructureTitle;
import org.fundtrail.client.model.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A program that was generated from the document of the API, and knows nothing else of it, takes works from their budget to their payment. */
@ResourceLock(House.SHARED)
class ClientIT {
    private static final LocalDate SIGNED = LocalDate.of(2025, 1, 15);

    private final House house = House.shared();

    private ApiClient as(String user) {
        var credentials = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        var client = new ApiClient();
        client.updateBaseUri("http://127.0.0.1:" + house.port);
        client.setRequestInterceptor(request -> request.header("Authorization", "Basic " + credentials));
        return client;
    }

    private static Money eur(String amount) {
        return new Money().amount(amount).currency("EUR");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static InfrastructureDecision yes() {
        return new InfrastructureDecision().outcome(InfrastructureDecisionOutcome.APPROVED);
    }

    private UUID project() throws Exception {
        var terms = new InfrastructureNewProject()
                .reference("CLIENT-" + key().substring(0, 8))
                .title(new InfrastructureTitle().en("Posts").lt("Postai"))
                .kind(InfrastructureProjectKind.BORDER_CROSSING_POINT)
                .beneficiary("State Border Guard Service")
                .period(new InfrastructurePeriod()
                        .from(LocalDate.of(2025, 1, 1))
                        .to(LocalDate.of(2026, 12, 31)));
        return new InfrastructureProjectsApi(as("engineer"))
                .infrastructureRecordProject(key(), terms)
                .getId();
    }

    private UUID costLine(UUID project) throws Exception {
        var terms = new InfrastructureNewCostLine()
                .name("Works")
                .category(InfrastructureCostCategory.WORKS)
                .eligible(eur("800.00"))
                .notEligible(eur("200.00"))
                .euShare("0.75");
        return new InfrastructureCostLinesApi(as("engineer"))
                .infrastructureRecordCostLine(project, key(), terms)
                .getId();
    }

    private UUID contract(UUID project, UUID costLine) throws Exception {
        var terms = new InfrastructureNewContract()
                .reference("CLIENT-" + key().substring(0, 8))
                .contractor(new InfrastructureContractor().name("UAB Klientas").identifier(key().substring(0, 8)))
                .net(eur("1000.00"))
                .vatRate("0.21")
                .signedOn(SIGNED)
                .dueOn(SIGNED.plusYears(1))
                .costLine(costLine.toString())
                .terms(new InfrastructureCertificationTerms()
                        .retention(new InfrastructureRetention().rate("0.10").limit(eur("50.00")))
                        .securities(List.of(InfrastructureSecurityKind.PERFORMANCE)));
        var recorded =
                new InfrastructureContractsApi(as("engineer")).infrastructureRecordContract(project, key(), terms);
        var approved = new InfrastructureContractsApi(as("approver"))
                .infrastructureDecideContract(recorded.getId(), key(), yes(), null);
        assertEquals(InfrastructureApprovalStatus.APPROVED, approved.getStatus());
        return recorded.getId();
    }

    private void security(UUID contract) throws Exception {
        var terms = new InfrastructureNewSecurity()
                .kind(InfrastructureSecurityKind.PERFORMANCE)
                .amount(eur("100.00"))
                .issuer("AB SEB bankas")
                .from(SIGNED)
                .to(SIGNED.plusYears(2));
        new InfrastructureSecuritiesApi(as("engineer")).infrastructureRecordSecurity(contract, key(), terms);
    }

    @Test
    void a_generated_client_takes_works_from_their_budget_to_their_payment() throws Exception {
        var project = project();
        var line = costLine(project);
        var contract = contract(project, line);
        security(contract);
        assertEquals(
                "1210.00",
                new InfrastructureProjectsApi(as("auditor"))
                        .infrastructureReadProject(project)
                        .getContracted()
                        .getAmount());
    }
}
