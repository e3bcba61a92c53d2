package org.fundtrail.infrastructure.api.project;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which projects, as asked for in the query. */
public class ProjectFilter {
    @QueryParam("kind")
    @Parameter(schema = @Schema(implementation = ProjectKind.class))
    public String kind;

    @QueryParam("kinds")
    @Parameter(description = "Only of these kinds, separated by commas", example = "RECEPTION,PHYSICAL_BARRIER")
    public String kinds;

    @QueryParam("worksProgramme")
    @Parameter(description = "Id or reference of a works programme", example = "LT-BY-BORDER-2021")
    public String worksProgramme;

    @QueryParam("reference")
    @Parameter(description = "Exactly this reference", example = "LT-BARRIER-2021")
    public String reference;

    @QueryParam("q")
    @Parameter(description = "Text in the reference, title (in either language), beneficiary or place")
    public String q;

    @QueryParam("sort")
    @Parameter(description = "recordedAt or reference; a minus in front turns it round (-recordedAt unless given)")
    public String sort;
}
