package org.fundtrail.infrastructure.invoice;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.Checks;
import org.fundtrail.common.value.Part;
import org.fundtrail.infrastructure.api.invoice.CreditNoteTerms;
import org.fundtrail.infrastructure.api.invoice.CreditNoteView;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Answer;
import org.fundtrail.records.Once;
import org.fundtrail.records.SignedIn;
import org.fundtrail.records.Validation;

@Path("/v1")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invoices")
public class CreditNoteApi {
    private final CreditNotes notes;
    private final Invoices invoices;
    private final Persons persons;
    private final Once once;
    private final Validation validation;
    private final SignedIn signedIn;

    CreditNoteApi(
            CreditNotes notes,
            Invoices invoices,
            Persons persons,
            Once once,
            Validation validation,
            SignedIn signedIn) {
        this.notes = notes;
        this.invoices = invoices;
        this.persons = persons;
        this.once = once;
        this.validation = validation;
        this.signedIn = signedIn;
    }

    @POST
    @Path("/invoices/{id}/credit")
    @RolesAllowed(Role.PROJECT_OFFICER)
    @Operation(
            operationId = "creditInvoice",
            summary = "Records a credit note of an approved invoice",
            description =
                    "It counts at once, from the day it was issued, and is a record of its own: the invoice stays as it was approved. It frees what it "
                            + "takes back for other invoices of the certificate, or of the contract where acceptance is kept elsewhere. Refused with "
                            + "credit-above-invoice where less is left of the invoice, with credit-note-number-taken where the supplier "
                            + "has a credit note of that number (its letters and digits, in any case), with wrong-state before the invoice is approved.")
    @APIResponseSchema(
            value = CreditNoteView.class,
            responseCode = "201",
            responseDescription = "Recorded; Location says where")
    public Response credit(@PathParam("id") UUID id, CreditNoteTerms terms) {
        return once.answer(by -> {
            var note = notes.record(id, Checks.body(terms), by);
            return Answer.created(note.view(persons), "/api/infrastructure/v1/credit-notes/" + note.id(), note);
        });
    }

    @POST
    @Path("/invoices/{id}/credit/validation")
    @RolesAllowed(Role.PROJECT_OFFICER)
    public void validateCreditNote(@PathParam("id") UUID id, Part<CreditNoteTerms> part) {
        validation.of(part, reader -> invoices.find(id, reader));
    }

    @GET
    @Path("/credit-notes/{id}")
    @Operation(operationId = "readCreditNote", summary = "Reads a credit note")
    @APIResponseSchema(CreditNoteView.class)
    public Response read(@PathParam("id") UUID id) {
        var note = notes.find(id, signedIn.caller());
        return Response.ok(note.view(persons))
                .tag(String.valueOf(note.version()))
                .build();
    }
}
