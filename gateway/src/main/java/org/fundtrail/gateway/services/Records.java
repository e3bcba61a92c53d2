package org.fundtrail.gateway.services;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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
import java.util.UUID;
import org.fundtrail.common.CommentAnswer;
import org.fundtrail.common.CommentList;
import org.fundtrail.common.CommentTerms;
import org.fundtrail.common.CommentView;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Draft;
import org.fundtrail.common.Entry;
import org.fundtrail.common.FoundRecord;
import org.fundtrail.common.Page;
import org.fundtrail.common.PersonListed;
import org.fundtrail.common.PersonRef;
import org.fundtrail.common.RecordDate;
import org.fundtrail.common.ReturnedRecord;
import org.fundtrail.common.SavedView;
import org.fundtrail.common.Standing;
import org.fundtrail.common.StepTerms;
import org.fundtrail.common.WaitingFilter;
import org.fundtrail.common.WaitingRecords;
import org.jboss.resteasy.reactive.RestQuery;

/** What both services answer alike, of records of every kind and of whoever acted on them. */
public interface Records {
    @GET
    @Path("/standing")
    Uni<Standing> standing();

    @GET
    @Path("/approvals")
    Uni<WaitingRecords> approvals(
            @BeanParam WaitingFilter filter, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @GET
    @Path("/entries")
    Uni<Page<Entry>> entries(
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit,
            @QueryParam("subject") String subject,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("order") String order);

    /** The comments on a record, or with {@code asked=me} what is asked of the reader. */
    @GET
    @Path("/comments")
    Uni<CommentList> comments(
            @QueryParam("about") String about, @QueryParam("asked") String asked, @QueryParam("limit") int limit);

    @GET
    @Path("/comments/{id}")
    CommentView comment(@PathParam("id") UUID id);

    @POST
    @Path("/comments")
    CommentView comment(@HeaderParam("Idempotency-Key") String key, CommentTerms terms);

    @POST
    @Path("/comments/{id}/answer")
    CommentView answer(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, CommentAnswer answer);

    /** The records of a kind that are called so; {@code by} is the filter of their list that asks for it, and its value. */
    @GET
    @Path("/{records}")
    Page<Map<String, Object>> named(@PathParam("records") String records, @RestQuery Map<String, String> by);

    /** A record of any kind, as its own list's clients know it better; {@code records} is its room. */
    @GET
    @Path("/{records}/{id}")
    JsonNode read(@PathParam("records") String records, @PathParam("id") String id);

    /** Decides on a record of a kind that is decided on. */
    @POST
    @Path("/{records}/{id}/decision")
    Map<String, Object> decide(
            @PathParam("records") String records,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key,
            Decision decision);

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

    /** The records of every kind that are called, say or come to this. */
    @GET
    @Path("/search")
    Uni<List<FoundRecord>> search(@QueryParam("q") String text, @QueryParam("limit") Integer limit);

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

    /**
     * What is due or ends from one day to another: up to thirty days from today either way unless they are given.
     *
     * @param order {@code desc} for the latest first
     * @param beyond goes on behind the record of this id on the day that comes first
     */
    @GET
    @Path("/dates")
    Uni<List<RecordDate>> dates(
            @QueryParam("from") LocalDate from,
            @QueryParam("until") LocalDate until,
            @QueryParam("order") String order,
            @QueryParam("beyond") UUID beyond);

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

    /** How the reader looks at a list, and what is shared with them. */
    @GET
    @Path("/views")
    List<SavedView> views(@QueryParam("list") String list);

    @PUT
    @Path("/views/{list}")
    void keepView(@PathParam("list") String list, SavedView view);

    @DELETE
    @Path("/views/{id}")
    void removeView(@PathParam("id") String id);

    @GET
    @Path("/persons")
    Page<PersonListed> persons(
            @QueryParam("name") String name, @QueryParam("after") String after, @QueryParam("limit") Integer limit);

    @POST
    @Path("/persons/{id}/erasure")
    PersonRef erase(@PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, Map<String, String> reason);
}
