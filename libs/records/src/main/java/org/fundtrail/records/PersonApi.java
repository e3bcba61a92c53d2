package org.fundtrail.records;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.Page;
import org.fundtrail.common.PersonListed;
import org.fundtrail.common.PersonRef;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;

/** Whoever acted here, and the right to be forgotten. */
@Path("/v1/persons")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons", description = "Who acted here, and whose data were erased")
public class PersonApi {
    private final Persons persons;
    private final Erasures erasures;
    private final Once once;
    private final SecurityIdentity identity;

    PersonApi(Persons persons, Erasures erasures, Once once, SecurityIdentity identity) {
        this.identity = identity;
        this.persons = persons;
        this.erasures = erasures;
        this.once = once;
    }

    @Schema(name = "PersonList")
    record People(
            List<PersonListed> items,
            @Schema(nullable = true) String next) {}

    @Schema(name = "Erasure", description = "Why a person's data are erased")
    record ErasureTerms(
            @Schema(required = true, maxLength = 2000, examples = "Request of the person of 2026-11-02 (GDPR 17)")
            String reason) {}

    @GET
    @RolesAllowed({Role.AUDITOR, Role.ADMINISTRATOR})
    @Operation(operationId = "listPersons", summary = "Lists who acted here, by name")
    public People list(
            @QueryParam("name")
                    @Parameter(description = "Only those with this text in their name", example = "Kazlauskaitė")
                    String name,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        var page = persons.called(
                name == null || name.isBlank() ? null : name.strip(),
                after,
                Page.limit(limit),
                identity.hasRole(Role.ADMINISTRATOR));
        return new People(page.items(), page.next());
    }

    @POST
    @Path("/{id}/erasure")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "erasePerson",
            summary = "Erases the data of a person",
            description =
                    "Of somebody who acted here, or whom a record names (by the id it gives them). Name and sign-in, or name and "
                            + "identifier, are gone for ever; what was done and every proof stay. The erasure is an entry (GDPR 17). Refused with "
                            + "person-has-open-records while something they recorded waits for its decision or their change.")
    @APIResponseSchema(PersonRef.class)
    public Response erase(@PathParam("id") UUID id, ErasureTerms terms) {
        new Checks().text(Checks.body(terms).reason(), "reason", 2000).done();
        return once.answer(by -> erasures.erase(id, terms.reason(), by));
    }
}
