package org.fundtrail.funding.api.programme;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which programmes, as asked for in the query. */
public class ProgrammeFilter {
    @QueryParam("code")
    @Parameter(description = "Exactly this code", example = "AMIF-EMAS")
    public String code;

    @QueryParam("q")
    public String q;

    @QueryParam("sort")
    @Parameter(description = "code or recordedAt; a minus in front turns it round (code unless given)")
    public String sort;
}
