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

/** The funding-service, asked as the reader. */
@Path("/api/funding/v1")
@RegisterRestClient(configKey = "funding")
@RegisterClientHeaders(AsTheReader.class)
@RegisterProvider(ProblemReader.class)
@RegisterProvider(GoneReaders.class)
@RegisterProvider(ServiceRefusals.class)
public interface FundingClient {

    @GET
    @Path("/allocations")
    Page<Allocation> allocations(
            @QueryParam("status") String status,
            @QueryParam("programme") String programme,
            @QueryParam("fund") String fund,
            @QueryParam("q") String q,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("asOf") String asOf,
            @QueryParam("sort") String sort,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("/allocations")
    Page<Allocation> allocationsNamed(@QueryParam("reference") String reference);

    @GET
    @Path("/allocations/{id}")
    Allocation allocation(@PathParam("id") String id);

    @POST
    @Path("/allocations")
    Allocation record(@HeaderParam("Idempotency-Key") String key, AllocationRequest allocation);

    @PUT
    @Path("/allocations/{id}")
    Allocation change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            AllocationRequest allocation);

    @POST
    @Path("/allocations/{id}/decision")
    Allocation decideAllocation(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);

    @GET
    @Path("/allocations/{id}/receipts")
    Page<Receipt> receiptsOf(
            @PathParam("id") String allocation,
            @QueryParam("asOf") String asOf,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @POST
    @Path("/allocations/{id}/receipts")
    Receipt recordReceipt(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, ReceiptRequest receipt);

    @GET
    @Path("/receipts/{id}")
    Receipt receipt(@PathParam("id") String id);

    @POST
    @Path("/receipts/{id}/confirmation")
    Receipt confirm(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Map<String, String> nothing);

    @POST
    @Path("/receipts/{id}/refusal")
    Receipt refuse(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Map<String, String> reason);

    @GET
    @Path("/receipts")
    Page<Receipt> receipts(
            @QueryParam("asOf") String asOf, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/allocations/{id}/commitments")
    Page<Commitment> commitmentsOf(
            @PathParam("id") String allocation,
            @QueryParam("asOf") String asOf,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("/commitments")
    Page<Commitment> commitmentsTo(
            @QueryParam("project") String project,
            @QueryParam("asOf") String asOf,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit);

    @GET
    @Path("/commitments")
    Page<Commitment> commitments(
            @QueryParam("asOf") String asOf, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    @Path("/allocations/{id}/commitments")
    Commitment recordCommitment(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, CommitmentRequest commitment);

    @GET
    @Path("/commitments/{id}")
    Commitment commitment(@PathParam("id") String id);

    @PUT
    @Path("/commitments/{id}")
    Commitment changeCommitment(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            CommitmentRequest commitment);

    @POST
    @Path("/commitments/{id}/decision")
    Commitment decideCommitment(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);

    @GET
    @Path("/programmes")
    Page<Programme> programmes(
            @QueryParam("q") String q, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/programmes")
    Page<Programme> programmesNamed(@QueryParam("code") String code);

    @GET
    @Path("/programmes/{id}")
    Programme programme(@PathParam("id") String id);

    @POST
    @Path("/programmes")
    Programme recordProgramme(@HeaderParam("Idempotency-Key") String key, ProgrammeRequest programme);

    @GET
    @Path("/standing")
    Uni<Standing> standing();

    @GET
    @Path("/approvals")
    Approvals approvals(@QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/entries")
    Page<Entry> entries(
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit,
            @QueryParam("subject") String subject,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("order") String order);

    /** Takes a step that has no address of its own; {@code records} is the room of the record, such as {@code allocations}. */
    @POST
    @Path("/{records}/{id}/steps")
    Map<String, Object> take(
            @PathParam("records") String records,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            StepRequest step);

    @GET
    @Path("/persons")
    Page<Acted> persons(
            @QueryParam("name") String name, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    @Path("/persons/{id}/erasure")
    PersonRef erase(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Map<String, String> reason);

    /** Somebody in the list of who acted; the subject of the sign-in is for administrators. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Acted(String id, String name, String subject) {}

    /** Somebody who acted; without a name once their data were erased. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record PersonRef(String id, String name) {}

    /** A step that was taken with a record. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Step(int n, int round, String step, PersonRef person, String duty, Instant at, String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepRequest(String step, String reason) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProgrammeRef(String id, String code, String name, String fund) {

        public String title() {
            return code + " " + name;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Programme(
            String id,
            String code,
            String fund,
            String name,
            String managementMode,
            Period period,
            List<String> costScope,
            String institution,
            PersonRef recordedBy,
            Instant recordedAt,
            Integer version,
            List<String> actions) {

        public String title() {
            return code + " " + name;
        }
    }

    record ProgrammeRequest(
            String code, String fund, String name, String managementMode, Period period, List<String> costScope) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LegalAct(String reference, LocalDate date) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Source(String title, String url, LocalDate date, String statement) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Balances(
            Money available, Money reserved, Money committed, Money toReceive, Money announced, Money received) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Allocation(
            String id,
            String reference,
            ProgrammeRef programme,
            String donor,
            String recipient,
            String actionType,
            String purpose,
            Money amount,
            BigDecimal coFinancingRate,
            BigDecimal coFinancingCap,
            LegalAct decision,
            Period eligibility,
            List<Source> sources,
            String status,
            String institution,
            PersonRef recordedBy,
            Instant recordedAt,
            PersonRef decidedBy,
            Instant decidedAt,
            String reason,
            Balances balances,
            Integer version,
            List<String> actions,
            boolean ownRecord,
            List<Step> steps,
            Money counted) {

        public boolean may(String action) {
            return actions != null && actions.contains(action);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AllocationRequest(
            String reference,
            String programme,
            String donor,
            String recipient,
            String actionType,
            String purpose,
            Money amount,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal coFinancingRate,
            LegalAct decision,
            Period eligibility,
            List<Source> sources) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(String outcome, String reason) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RecordRef(String id, String reference) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Receipt(
            String id,
            String reference,
            RecordRef allocation,
            String kind,
            Money amount,
            LocalDate valueDate,
            String bankReference,
            String status,
            PersonRef recordedBy,
            Instant recordedAt,
            PersonRef decidedBy,
            Instant decidedAt,
            String reason,
            Integer version,
            List<String> actions,
            boolean ownRecord,
            List<Step> steps,
            Money counted) {

        public boolean may(String action) {
            return actions != null && actions.contains(action);
        }
    }

    record ReceiptRequest(String kind, Money amount, LocalDate valueDate, String bankReference) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProjectRef(String id, String reference, Map<String, String> title, String kind) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Commitment(
            String id,
            String reference,
            RecordRef allocation,
            ProjectRef project,
            Money amount,
            LegalAct legalCommitment,
            String status,
            PersonRef recordedBy,
            Instant recordedAt,
            PersonRef decidedBy,
            Instant decidedAt,
            String reason,
            Integer version,
            List<String> actions,
            boolean ownRecord,
            List<Step> steps,
            Money counted) {

        public boolean may(String action) {
            return actions != null && actions.contains(action);
        }
    }

    record CommitmentRequest(String project, Money amount, LegalAct legalCommitment) {}

    /** How much waits for the reader, counted no further than to {@link #MOST}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Standing(int waiting) {
        public static final int MOST = 100;
    }

    /** What waits for a second person; what the reader may decide on is counted no further than to {@link #MOST}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Approvals(List<Waiting> items, String next, int count) {
        public static final int MOST = 1000;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Subject(String type, String id, String reference) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Waiting(
            String type,
            String id,
            String reference,
            Subject parent,
            Money amount,
            PersonRef recordedBy,
            Instant recordedAt,
            boolean mayDecide,
            boolean ownRecord) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(String field, Object before, Object after) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Posting(String debit, String credit, Money amount) {}

    /** One entry of a service's journal. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            long position,
            String id,
            Instant recordedAt,
            LocalDate effectiveDate,
            LocalDate statedDate,
            PersonRef actor,
            String role,
            String client,
            String institution,
            String action,
            Subject subject,
            Subject parent,
            String sentence,
            Map<String, String> about,
            String reason,
            List<Change> changes,
            List<Posting> postings,
            String leafHash) {}
}
