package org.fundtrail.gateway.services;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Draft;
import org.fundtrail.common.Entry;
import org.fundtrail.common.Page;
import org.fundtrail.common.PersonListed;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.ReturnedRecord;
import org.fundtrail.common.Standing;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.WaitingRecords;
import org.jboss.resteasy.reactive.RestQuery;

/** What both services answer alike, of records of every kind and of whoever acted on them. */
public interface Records {
    @GET
    @Path("/standing")
    Uni<Standing> standing();

    @GET
    @Path("/approvals")
    WaitingRecords approvals(@QueryParam("after") String after, @QueryParam("limit") Integer limit);

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

    /** The records of a kind that are called so; {@code by} is the filter of their list that asks for it, and its value. */
    @GET
    @Path("/{records}")
    Page<Map<String, Object>> named(@PathParam("records") String records, @RestQuery Map<String, String> by);

    /** Refuses terms, or as many of them as there are, that a recording would refuse for what they say; nothing is recorded. */
    @POST
    @Path("/{records}/validation")
    void validate(@PathParam("records") String records, Object terms);

    /** The same of what is recorded on another record, whose room is {@code owners}. */
    @POST
    @Path("/{owners}/{id}/{records}/validation")
    void validate(
            @PathParam("owners") String owners,
            @PathParam("id") String id,
            @PathParam("records") String records,
            Object terms);

    /** Takes a step that has no address of its own; {@code records} is the room of the record, such as {@code allocations}. */
    @POST
    @Path("/{records}/{id}/steps")
    Map<String, Object> take(
            @PathParam("records") String records,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            StepTerms terms);

    /** Says what a record should have said; {@code records} is its room. */
    @POST
    @Path("/{records}/{id}/corrections")
    Map<String, Object> correct(
            @PathParam("records") String records,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Object correction);

    /** What came back to the reader. */
    @GET
    @Path("/returned")
    Uni<List<ReturnedRecord>> returned();

    /** The reader's drafts, without what was typed. */
    @GET
    @Path("/drafts")
    Uni<List<Draft>> drafts();

    @GET
    @Path("/drafts/{key}")
    Draft draft(@PathParam("key") String key);

    @PUT
    @Path("/drafts/{key}")
    Draft keep(@PathParam("key") String key, Draft draft);

    @DELETE
    @Path("/drafts/{key}")
    void discard(@PathParam("key") String key);

    @GET
    @Path("/persons")
    Page<PersonListed> persons(
            @QueryParam("name") String name, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    @Path("/persons/{id}/erasure")
    PersonRef erase(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Map<String, String> reason);
}
