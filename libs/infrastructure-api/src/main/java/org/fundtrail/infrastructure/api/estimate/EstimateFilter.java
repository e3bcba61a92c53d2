package org.fundtrail.infrastructure.api.estimate;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which estimates, as asked for in the query. */
public class EstimateFilter {
    /** Whether an estimate is the one that counts. */
    public enum IsBaseline {
        YES,
        NO
    }

    @QueryParam("project")
    @Parameter(description = "Id or reference of a project", example = "LT-BARRIER-2021")
    public String project;

    @QueryParam("worksProgramme")
    @Parameter(description = "Id or reference of a works programme", example = "LT-BY-BORDER-2021")
    public String worksProgramme;

    @QueryParam("baseline")
    @Parameter(
            description = "YES: only those that count. NO: only the others.",
            schema = @Schema(implementation = IsBaseline.class))
    public String baseline;

    @QueryParam("basis")
    @Parameter(schema = @Schema(implementation = Basis.class))
    public String basis;

    @QueryParam("from")
    @Parameter(description = "Made on this day or later", example = "2021-01-01")
    public String from;

    @QueryParam("to")
    @Parameter(description = "Made on this day or earlier", example = "2021-12-31")
    public String to;

    @QueryParam("q")
    @Parameter(
            description =
                    "Text in the name, in the title of the source, or in the reference of the project or works programme")
    public String q;

    @QueryParam("sort")
    @Parameter(description = "date, recordedAt or gross; a minus in front turns it round (-date unless given)")
    public String sort;
}
