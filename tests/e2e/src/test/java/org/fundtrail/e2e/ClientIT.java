package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.fundtrail.client.ApiClient;
import org.fundtrail.client.api.FundingAllocationsApi;
import org.fundtrail.client.api.FundingClaimsApi;
import org.fundtrail.client.api.FundingCommitmentsApi;
import org.fundtrail.client.api.InfrastructureCertificatesApi;
import org.fundtrail.client.api.InfrastructureContractsApi;
import org.fundtrail.client.api.InfrastructureCostLinesApi;
import org.fundtrail.client.api.InfrastructureCostReportsApi;
import org.fundtrail.client.api.InfrastructureInvoicesApi;
import org.fundtrail.client.api.InfrastructureProjectsApi;
import org.fundtrail.client.api.InfrastructureSecuritiesApi;
import org.fundtrail.client.model.FundingActionType;
import org.fundtrail.client.model.FundingClaimAuthorisation;
import org.fundtrail.client.model.FundingClaimPayment;
import org.fundtrail.client.model.FundingClaimStatus;
import org.fundtrail.client.model.FundingClaimSubmission;
import org.fundtrail.client.model.FundingClaimVerification;
import org.fundtrail.client.model.FundingDecision;
import org.fundtrail.client.model.FundingDecisionOutcome;
import org.fundtrail.client.model.FundingFinancingDecision;
import org.fundtrail.client.model.FundingLegalCommitment;
import org.fundtrail.client.model.FundingNewAllocation;
import org.fundtrail.client.model.FundingNewClaim;
import org.fundtrail.client.model.FundingNewCommitment;
import org.fundtrail.client.model.FundingPeriod;
import org.fundtrail.client.model.InfrastructureApprovalStatus;
import org.fundtrail.client.model.InfrastructureCertificationTerms;
import org.fundtrail.client.model.InfrastructureCertifiedLine;
import org.fundtrail.client.model.InfrastructureContractor;
import org.fundtrail.client.model.InfrastructureCostCategory;
import org.fundtrail.client.model.InfrastructureDecision;
import org.fundtrail.client.model.InfrastructureDecisionOutcome;
import org.fundtrail.client.model.InfrastructureInvoiceDecision;
import org.fundtrail.client.model.InfrastructureInvoiceMatch;
import org.fundtrail.client.model.InfrastructureInvoicePayment;
import org.fundtrail.client.model.InfrastructureInvoiceStatus;
import org.fundtrail.client.model.InfrastructureNewCertificate;
import org.fundtrail.client.model.InfrastructureNewContract;
import org.fundtrail.client.model.InfrastructureNewCostLine;
import org.fundtrail.client.model.InfrastructureNewInvoice;
import org.fundtrail.client.model.InfrastructureNewProject;
import org.fundtrail.client.model.InfrastructureNewSecurity;
import org.fundtrail.client.model.InfrastructurePeriod;
import org.fundtrail.client.model.InfrastructureProjectKind;
import org.fundtrail.client.model.InfrastructureRetention;
import org.fundtrail.client.model.InfrastructureSecurityKind;
import org.fundtrail.client.model.InfrastructureSupplier;
import org.fundtrail.client.model.InfrastructureTitle;
import org.fundtrail.client.model.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A program that was generated from the document of the API, and knows nothing else of it, takes works from their budget to the claim that is paid for them. */
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

    private UUID certificate(UUID contract) throws Exception {
        var terms = new InfrastructureNewCertificate()
                .number("1")
                .periodTo(SIGNED.plusMonths(3))
                .addLinesItem(new InfrastructureCertifiedLine().line("1").amount(eur("400.00")));
        var recorded = new InfrastructureCertificatesApi(as("engineer"))
                .infrastructureRecordCertificate(contract, key(), terms);
        var approved = new InfrastructureCertificatesApi(as("approver"))
                .infrastructureDecideCertificate(recorded.getId(), key(), yes(), null);
        assertEquals("40.00", approved.getRetention().getAmount());
        assertEquals("435.60", approved.getPayable().getAmount());
        return recorded.getId();
    }

    /** Through four people. */
    private UUID invoice(UUID contract, UUID certificate, String supplier) throws Exception {
        var terms = new InfrastructureNewInvoice()
                .contract(contract.toString())
                .number("CLIENT-1")
                .supplier(new InfrastructureSupplier().name("UAB Klientas").identifier(supplier))
                .issuedOn(SIGNED.plusMonths(4))
                .net(eur("360.00"))
                .vat(eur("75.60"))
                .gross(eur("435.60"));
        var id = new InfrastructureInvoicesApi(as("engineer"))
                .infrastructureRecordInvoice(key(), terms)
                .getId();
        new InfrastructureInvoicesApi(as("inspector"))
                .infrastructureMatchInvoice(
                        id, key(), new InfrastructureInvoiceMatch().certificate(certificate.toString()), null);
        new InfrastructureInvoicesApi(as("approver"))
                .infrastructureDecideInvoice(
                        id,
                        key(),
                        new InfrastructureInvoiceDecision().outcome(InfrastructureDecisionOutcome.APPROVED),
                        null);
        var paid = new InfrastructureInvoicesApi(as("accountant"))
                .infrastructurePayInvoice(
                        id,
                        key(),
                        new InfrastructureInvoicePayment()
                                .paidOn(SIGNED.plusMonths(5))
                                .proof("Order 17"),
                        null);
        assertEquals(InfrastructureInvoiceStatus.PAID, paid.getStatus());
        assertEquals("348.48", paid.getEligible().getAmount(), "four fifths of it with VAT, which does not come back");
        return id;
    }

    @Test
    void a_generated_client_takes_works_from_their_budget_to_their_payment() throws Exception {
        var project = project();
        var line = costLine(project);
        var contract = contract(project, line);
        security(contract);
        invoice(contract, certificate(contract), key().substring(0, 8));
        var report = new InfrastructureCostReportsApi(as("auditor"))
                .infrastructureReadProjectCostReport(project, null, null, null, null);
        var only = report.getLines().get(0);
        assertEquals("1000.00", only.getCurrentBudget().getAmount());
        assertEquals("1000.00", only.getCurrentCommitments().getAmount());
        assertEquals("400.00", only.getCertified().getAmount());
        assertEquals("40.00", only.getRetentionHeld().getAmount());
        assertEquals("360.00", only.getPaid().getAmount());
        assertEquals("1000.00", only.getEstimateAtCompletion().getAmount());
    }

    /** A fund of the Union that pays 75 %, all of it committed to the project. */
    private UUID allocation(UUID project) throws Exception {
        var terms = new FundingNewAllocation()
                .reference("CLIENT-" + key().substring(0, 8))
                .programme("EU-BORDER-2021")
                .donor("European Commission")
                .recipient("State Border Guard Service")
                .actionType(FundingActionType.REGULAR)
                .purpose("Posts")
                .amount(eur("750.00"))
                .coFinancingRate("0.75")
                .decision(new FundingFinancingDecision().reference("C(2025) 1").date(SIGNED))
                .eligibility(new FundingPeriod().from(SIGNED).to(SIGNED.plusYears(2)));
        var id = new FundingAllocationsApi(as("officer"))
                .fundingRecordAllocation(key(), terms)
                .getId();
        var yes = new FundingDecision().outcome(FundingDecisionOutcome.APPROVED);
        new FundingAllocationsApi(as("approver")).fundingDecideAllocation(id, key(), yes, null);
        var commitment = new FundingNewCommitment()
                .project(project.toString())
                .amount(eur("750.00"))
                .legalCommitment(
                        new FundingLegalCommitment().reference("CLIENT").date(SIGNED));
        var committed = new FundingCommitmentsApi(as("officer")).fundingRecordCommitment(id, key(), commitment);
        new FundingCommitmentsApi(as("approver")).fundingDecideCommitment(committed.getId(), key(), yes, null);
        return id;
    }

    @Test
    void a_generated_client_takes_an_invoice_to_the_claim_that_is_paid_for_it() throws Exception {
        var project = project();
        var contract = contract(project, costLine(project));
        security(contract);
        var invoice = invoice(contract, certificate(contract), key().substring(0, 8));
        var claims = new FundingClaimsApi(as("officer"));
        var claim = claims.fundingRecordClaim(
                key(),
                new FundingNewClaim()
                        .allocation(allocation(project).toString())
                        .project(project.toString())
                        .invoices(List.of(invoice)));
        claims.fundingSubmitClaim(claim.getId(), key(), new FundingClaimSubmission(), null);
        new FundingClaimsApi(as("verifier"))
                .fundingVerifyClaim(
                        claim.getId(),
                        key(),
                        new FundingClaimVerification().outcome(FundingDecisionOutcome.APPROVED),
                        null);
        new FundingClaimsApi(as("approver"))
                .fundingAuthoriseClaim(
                        claim.getId(),
                        key(),
                        new FundingClaimAuthorisation().outcome(FundingDecisionOutcome.APPROVED),
                        null);
        var paid = new FundingClaimsApi(as("accountant"))
                .fundingPayClaim(
                        claim.getId(),
                        key(),
                        new FundingClaimPayment().paidOn(SIGNED.plusMonths(8)).bankReference("VRM-17"),
                        null);
        assertEquals(FundingClaimStatus.PAID, paid.getStatus());
        assertEquals("348.48", paid.getEligible().getAmount());
        assertEquals("261.36", paid.getEuShare().getAmount());
        assertEquals("87.12", paid.getNationalShare().getAmount());
    }
}
