package org.fundtrail.infrastructure.api.works;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which works programmes, as asked for in the query. */
public class WorksProgrammeFilter {
    @QueryParam("reference")
    @Parameter(description = "Exactly this reference", example = "LT-BY-BORDER-2021")
    public String reference;

    @QueryParam("q")
    @Parameter(description = "Text in the reference or title, in either language")
    public String q;

    @QueryParam("sort")
    @Parameter(description = "recordedAt or reference (the default); a minus in front turns it round")
    public String sort;
}
