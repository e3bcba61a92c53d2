package org.fundtrail.records;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.CommentAnswer;
import org.fundtrail.common.CommentList;
import org.fundtrail.common.CommentTerms;
import org.fundtrail.common.CommentView;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Named;
import org.fundtrail.common.Page;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Part;

/** What people ask and say about records of every kind. */
@Path("/v1/comments")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments", description = "What people ask and say about a record, and what is answered")
public class CommentApi {
    private final Comments comments;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;
    private final HttpServerRequest request;

    CommentApi(Comments comments, Once once, Validation validation, SignedIn signedIn, HttpServerRequest request) {
        this.comments = comments;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
        this.request = request;
    }

    @POST
    @Operation(
            operationId = "writeComment",
            summary = "Writes a comment on a record",
            description =
                    "Whoever reads the record may, whatever their role. It is an entry in the history of the record and is never changed. "
                            + "Who is asked finds it with asked=me until it is answered.")
    @APIResponseSchema(
            value = CommentView.class,
            responseCode = "201",
            responseDescription = "Written; Location says where")
    public Response write(CommentTerms terms) {
        return once.answer(by -> comments.write(Checks.body(terms), request.path(), by));
    }

    @POST
    @Path("/validation")
    public void validateComment(Part<CommentTerms> part) {
        validation.of(part);
    }

    @GET
    @Operation(
            operationId = "listComments",
            summary = "Lists the comments on a record, or what is asked of the reader",
            description =
                    "Give about for all of a record, oldest first, or asked=me for what is asked of the reader and not answered yet, by the "
                            + "day until which it is asked, then by age.")
    public CommentList list(
            @QueryParam("about")
                    @Parameter(description = "The id of a record", example = "01932f5e-7c00-7a00-8000-000000000001")
                    String about,
            @QueryParam("asked") @Parameter(description = "me: what is asked of the reader and open", example = "me")
                    String asked,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        int most = Page.limit(limit);
        if (asked != null && !asked.isBlank()) {
            new Checks()
                    .that(asked.equals("me"), InputRule.UNKNOWN_VALUE, "asked", "allowed", "me")
                    .done();
            return comments.asked(after, most, signedIn.caller());
        }
        return comments.on(record(about), after, most, signedIn.caller());
    }

    private static UUID record(String about) {
        if (about == null || about.isBlank()) {
            throw Refusal.ofField(InputRule.REQUIRED, "about");
        }
        if (!Named.isId(about.strip())) {
            throw Refusal.ofField(InputRule.MALFORMED_VALUE, "about", "expected", "give the id of a record");
        }
        return UUID.fromString(about.strip());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readComment", summary = "Reads a comment")
    @APIResponseSchema(CommentView.class)
    public Response read(@PathParam("id") UUID id) {
        return Response.ok(comments.shown(id, signedIn.caller())).build();
    }

    @POST
    @Path("/{id}/answer")
    @Operation(
            operationId = "answerComment",
            summary = "Answers a comment and so closes it",
            description =
                    "Once, by whoever is asked or wrote it; refused with not-asked to others, with already-answered the second time. The "
                            + "answer is an entry in the history of the record and is never changed.")
    @APIResponseSchema(CommentView.class)
    public Response answer(@PathParam("id") UUID id, CommentAnswer answer) {
        return once.answer(by -> comments.answer(id, Checks.body(answer), by));
    }
}
