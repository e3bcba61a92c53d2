package org.fundtrail.gateway.amendment;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.funding.api.allocation.ClosureTerms;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.frame.FormFlow;

/** The form by which an allocation of which nothing is open is closed. */
@Path("/closures")
@Produces(MediaType.TEXT_HTML)
public class ClosurePages extends AmendmentForms<ClosureTerms> {
    private static final Fields<ClosureTerms> FIELDS = Fields.of(
            ClosureTerms.class, "closure", Field.area("reason"), Field.day("on").optional());

    ClosurePages(@RestClient AllocationClient allocations, @RestClient AllocationAmendmentClient all, FormFlow flow) {
        super(allocations, all, flow);
    }

    @Override
    Fields<ClosureTerms> fields() {
        return FIELDS;
    }

    @Override
    String at() {
        return "closures";
    }

    @Override
    String action() {
        return "close";
    }

    @Override
    String under() {
        return "closure";
    }

    @Override
    UUID record(String allocation, String key, ClosureTerms terms) {
        return all.close(allocation, key, terms).id();
    }

    @Override
    Object said(AllocationAmendmentView recorded) {
        return recorded;
    }
}
