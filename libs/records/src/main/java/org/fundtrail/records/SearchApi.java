package org.fundtrail.records;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fundtrail.common.FoundRecord;
import org.fundtrail.common.Page;

/** One field that finds any record. */
@Path("/v1/search")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search", description = "Records of every kind, by what they are called, say or come to")
public class SearchApi {
    private final Search search;
    private final SignedIn signedIn;

    SearchApi(Search search, SignedIn signedIn) {
        this.search = search;
        this.signedIn = signedIn;
    }

    @GET
    @Operation(
            operationId = "search",
            summary = "Finds records of every kind by reference, title, party or amount",
            description =
                    "Those whose reference is exactly this come first, then those of exactly this amount, then those that contain the text, "
                            + "in any case and with or without diacritics; each the latest first, at most limit of each kind. Text of less than "
                            + "three characters finds by whole references and amounts only. What is longer is found in the lists, by q.")
    public List<FoundRecord> find(
            @QueryParam("q")
                    @Parameter(
                            description = "A reference, a text, or an amount however it is typed",
                            example = "152 460 000,00")
                    String q,
            @QueryParam("limit") String limit,
            @Context HttpHeaders headers) {
        return search.of(
                q, Page.limit(limit), signedIn.caller(), Sentences.Language.of(headers.getAcceptableLanguages()));
    }
}
