package org.fundtrail.infrastructure.api.trace;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Of what costs are traced, as asked for in the query: one of these. */
public class TraceFilter {
    @QueryParam("project")
    @Parameter(description = "Id of a project: all its costs")
    public String project;

    @QueryParam("contract")
    @Parameter(description = "Id of a contract: its invoices")
    public String contract;

    @QueryParam("certificate")
    @Parameter(description = "Id of a certificate: the invoices that it accepts")
    public String certificate;

    @QueryParam("costLine")
    @Parameter(description = "Id of a cost line: what counts on it")
    public String costLine;

    @QueryParam("item")
    @Parameter(description = "Ids of invoices and direct costs")
    public List<String> item;
}
