package org.fundtrail.gateway.contract;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Contracts as those to which other records belong. */
@RequestScoped
public class OnContract {
    private final ContractClient contracts;
    private final FormFlow flow;

    OnContract(@RestClient ContractClient contracts, FormFlow flow) {
        this.contracts = contracts;
        this.flow = flow;
    }

    public ContractView read(String id) {
        return Services.infrastructure(() -> contracts.read(id));
    }

    /** The one whose records the reader asked for, or null. */
    public Owner asked() {
        return Owner.asked(flow.view(), InfrastructureKind.CONTRACT, id -> ContractPages.owner(read(id)));
    }

    /** The form of a record of this kind on a contract, for project officers who may record one there. */
    public <T> Recording<T> recording(Kind kind, Fields<T> fields, String id) {
        var contract = Lazy.of(() -> read(id));
        return flow.of(kind, fields)
                .by("project-officer")
                .on(InfrastructureKind.CONTRACT, id, () -> ContractPages.owner(contract.get()))
                .open(() -> contract.get().actions().contains("record-" + kind.type()));
    }
}
