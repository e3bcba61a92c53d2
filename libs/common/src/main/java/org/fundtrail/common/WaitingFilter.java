package org.fundtrail.common;

import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which of what waits, as asked for in the query. */
public class WaitingFilter {
    private static final Set<String> SORTS = Set.of("recordedAt", "-amount");

    @QueryParam("type")
    @Parameter(description = "Only records of this type", example = "commitment")
    public String type;

    @QueryParam("mine")
    @Parameter(description = "true: only what the reader may decide on now", example = "true")
    public String mine;

    @QueryParam("sort")
    @Parameter(description = "recordedAt (oldest first, unless given) or -amount (largest first)")
    public String sort;

    /** Refuses what is none of the choices. */
    public WaitingFilter checked() {
        new Checks()
                .that(
                        sort == null || SORTS.contains(sort),
                        InputRule.UNKNOWN_VALUE,
                        "sort",
                        "allowed",
                        "-amount, recordedAt")
                .that(
                        mine == null || mine.equals("true") || mine.equals("false"),
                        InputRule.UNKNOWN_VALUE,
                        "mine",
                        "allowed",
                        "false, true")
                .done();
        return this;
    }

    public boolean isByAmount() {
        return "-amount".equals(sort);
    }

    public boolean isMine() {
        return "true".equals(mine);
    }
}
