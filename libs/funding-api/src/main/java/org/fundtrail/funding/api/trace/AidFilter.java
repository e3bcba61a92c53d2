package org.fundtrail.funding.api.trace;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Of what aid is traced, as asked for in the query: one of these. */
public class AidFilter {
    @QueryParam("allocation")
    @Parameter(description = "Id of an allocation")
    public String allocation;

    @QueryParam("receipt")
    @Parameter(description = "Id of a receipt: the whole of its allocation")
    public String receipt;

    @QueryParam("commitment")
    @Parameter(description = "Id of a commitment: the claims of its project on its allocation")
    public String commitment;

    @QueryParam("claim")
    @Parameter(description = "Id of a claim")
    public String claim;

    @QueryParam("recovery")
    @Parameter(description = "Id of a recovery: what its claim declares of the costs of which it recovers")
    public String recovery;

    @QueryParam("project")
    @Parameter(description = "Id of a project: what is committed to it and claimed of its costs")
    public String project;

    @QueryParam("item")
    @Parameter(description = "Ids of invoices and direct costs: the claims that declare them")
    public List<String> item;
}
