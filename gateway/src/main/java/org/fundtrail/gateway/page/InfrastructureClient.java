package org.fundtrail.gateway.page;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.fundtrail.common.Money;
import org.fundtrail.common.Page;
import org.fundtrail.common.Period;
import org.fundtrail.gateway.door.AsTheReader;
import org.fundtrail.gateway.door.GoneReaders;
import org.fundtrail.gateway.door.ServiceRefusals;

/** The infrastructure-service, asked as the reader. */
@Path("/api/infrastructure/v1")
@RegisterRestClient(configKey = "infrastructure")
@RegisterClientHeaders(AsTheReader.class)
@RegisterProvider(ProblemReader.class)
@RegisterProvider(GoneReaders.class)
@RegisterProvider(ServiceRefusals.class)
public interface InfrastructureClient {

    @GET
    @Path("/projects")
    Page<Project> projects(
            @QueryParam("kind") String kind,
            @QueryParam("worksProgramme") String worksProgramme,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("/projects")
    Page<Project> projectsNamed(@QueryParam("reference") String reference);

    @GET
    @Path("/projects/{id}")
    Project project(@PathParam("id") String id);

    @POST
    @Path("/projects")
    Project record(@HeaderParam("Idempotency-Key") String key, ProjectRequest project);

    @GET
    @Path("/works-programmes")
    Page<WorksProgramme> worksProgrammes(@QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/works-programmes")
    Page<WorksProgramme> worksProgrammesNamed(@QueryParam("reference") String reference);

    @GET
    @Path("/works-programmes/{id}")
    WorksProgramme worksProgramme(@PathParam("id") String id);

    @POST
    @Path("/works-programmes")
    WorksProgramme recordWorksProgramme(@HeaderParam("Idempotency-Key") String key, WorksProgrammeRequest programme);

    /** {@code owner} is {@code projects} or {@code works-programmes}. */
    @GET
    @Path("/{owner}/{id}/estimates")
    Page<Estimate> estimates(
            @PathParam("owner") String owner,
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @POST
    @Path("/{owner}/{id}/estimates")
    Estimate recordEstimate(
            @PathParam("owner") String owner,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            EstimateRequest estimate);

    @POST
    @Path("/{owner}/{id}/baseline")
    Baseline proposeBaseline(
            @PathParam("owner") String owner,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            Map<String, String> choice);

    @GET
    @Path("/baselines/{id}")
    Baseline baseline(@PathParam("id") String id);

    @POST
    @Path("/baselines/{id}/decision")
    Baseline decideBaseline(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            FundingClient.Decision decision);

    /** Takes a step that has no address of its own; {@code records} is the room of the record, such as {@code contracts}. */
    @POST
    @Path("/{records}/{id}/steps")
    Map<String, Object> take(
            @PathParam("records") String records,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            FundingClient.StepRequest step);

    /** A choice of baseline that waits for a decision, as its owner shows it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProposedBaseline(String id, Estimate estimate, String reason, FundingClient.PersonRef recordedBy) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Baseline(
            String id,
            FundingClient.Subject owner,
            Estimate estimate,
            String reason,
            String status,
            FundingClient.PersonRef recordedBy,
            Instant recordedAt,
            String decisionReason,
            Integer version,
            List<String> actions,
            boolean ownRecord,
            List<FundingClient.Step> steps) {

        public boolean may(String action) {
            return actions != null && actions.contains(action);
        }
    }

    @GET
    @Path("/projects/{id}/contracts")
    Page<Contract> contractsOf(
            @PathParam("id") String project,
            @QueryParam("asOf") String asOf,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("/contracts")
    Page<Contract> contractsNamed(@QueryParam("reference") String reference);

    @GET
    @Path("/contracts")
    Page<Contract> contracts(
            @QueryParam("worksProgramme") String worksProgramme,
            @QueryParam("asOf") String asOf,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @POST
    @Path("/projects/{id}/contracts")
    Contract recordContract(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, ContractRequest contract);

    @GET
    @Path("/contracts/{id}")
    Contract contract(@PathParam("id") String id);

    @PUT
    @Path("/contracts/{id}")
    Contract changeContract(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            ContractRequest contract);

    @POST
    @Path("/contracts/{id}/decision")
    Contract decideContract(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            FundingClient.Decision decision);

    @GET
    @Path("/standing")
    Uni<FundingClient.Standing> standing();

    @GET
    @Path("/approvals")
    FundingClient.Approvals approvals(@QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/persons")
    Page<FundingClient.Acted> persons(
            @QueryParam("name") String name, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    @Path("/persons/{id}/erasure")
    FundingClient.PersonRef erase(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Map<String, String> reason);

    @GET
    @Path("/entries")
    Page<FundingClient.Entry> entries(
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit,
            @QueryParam("subject") String subject,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("order") String order);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record WorksProgrammeRef(String id, String reference, Map<String, String> title) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Project(
            String id,
            String reference,
            Map<String, String> title,
            String kind,
            String beneficiary,
            Period period,
            String place,
            WorksProgrammeRef worksProgramme,
            Estimate baseline,
            ProposedBaseline proposedBaseline,
            Money contracted,
            Money overrun,
            String status,
            String institution,
            FundingClient.PersonRef recordedBy,
            Instant recordedAt,
            Integer version,
            List<String> actions) {

        public boolean may(String action) {
            return actions != null && actions.contains(action);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProjectRequest(
            String reference,
            Map<String, String> title,
            String kind,
            String beneficiary,
            Period period,
            String place,
            String worksProgramme) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record WorksProgramme(
            String id,
            String reference,
            Map<String, String> title,
            Estimate baseline,
            ProposedBaseline proposedBaseline,
            String institution,
            FundingClient.PersonRef recordedBy,
            Instant recordedAt,
            Integer version,
            List<String> actions) {

        public boolean may(String action) {
            return actions != null && actions.contains(action);
        }
    }

    record WorksProgrammeRequest(String reference, Map<String, String> title) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Citation(String title, String url) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Estimate(
            String id,
            String name,
            Money amount,
            String basis,
            BigDecimal vatRate,
            Money gross,
            boolean lowerBound,
            String accuracyClass,
            LocalDate date,
            Citation source,
            boolean baseline,
            FundingClient.PersonRef recordedBy,
            Instant recordedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EstimateRequest(
            String name,
            Money amount,
            String basis,
            Boolean lowerBound,
            Integer accuracyClass,
            LocalDate date,
            Citation source) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contractor(String name, String identifier) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contract(
            String id,
            String reference,
            FundingClient.ProjectRef project,
            Contractor contractor,
            Money net,
            BigDecimal vatRate,
            Money vat,
            Money gross,
            LocalDate signedOn,
            LocalDate dueOn,
            String status,
            String institution,
            FundingClient.PersonRef recordedBy,
            Instant recordedAt,
            FundingClient.PersonRef decidedBy,
            Instant decidedAt,
            String reason,
            Integer version,
            List<String> actions,
            boolean ownRecord,
            List<FundingClient.Step> steps,
            Money counted) {

        public boolean may(String action) {
            return actions != null && actions.contains(action);
        }
    }

    record ContractRequest(
            String reference,
            Contractor contractor,
            Money net,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal vatRate,
            LocalDate signedOn,
            LocalDate dueOn) {}
}
