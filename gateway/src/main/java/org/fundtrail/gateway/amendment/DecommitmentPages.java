package org.fundtrail.gateway.amendment;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.funding.api.allocation.DecommitmentTerms;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.frame.FormFlow;

/** The form by which a part of an allocation, or all of it, goes back unused. */
@Path("/decommitments")
@Produces(MediaType.TEXT_HTML)
public class DecommitmentPages extends AmendmentForms<DecommitmentTerms> {
    private static final Fields<DecommitmentTerms> FIELDS = Fields.of(
            DecommitmentTerms.class,
            "decommitment",
            Field.money("amount"),
            Field.area("reason"),
            Field.day("on").optional());

    /** What a recorded one says, above zero as it was said. */
    record Said(Money amount, String reason, LocalDate on, int version) {}

    DecommitmentPages(
            @RestClient AllocationClient allocations, @RestClient AllocationAmendmentClient all, FormFlow flow) {
        super(allocations, all, flow);
    }

    @Override
    Fields<DecommitmentTerms> fields() {
        return FIELDS;
    }

    @Override
    String at() {
        return "decommitments";
    }

    @Override
    String action() {
        return "decommit";
    }

    @Override
    String under() {
        return "decommitments";
    }

    @Override
    UUID record(String allocation, String key, DecommitmentTerms terms) {
        return all.decommit(allocation, key, terms).id();
    }

    @Override
    Object said(AllocationAmendmentView recorded) {
        return new Said(Money.zero().minus(recorded.change()), recorded.reason(), recorded.on(), recorded.version());
    }
}
