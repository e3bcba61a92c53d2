package org.fundtrail.gateway.amendment;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Money;
import org.fundtrail.funding.api.allocation.AllocationAmendmentView;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.allocation.AllocationClient;
import org.fundtrail.gateway.allocation.AllocationPages;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.frame.ChangePage;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.Services;

/**
 * The forms of what is to become of an allocation: each of its three types has its own, and all are read on one page.
 *
 * @param <T> what is said
 */
abstract class AmendmentForms<T extends Record> implements NewOnPage, ChangePage {
    protected final AllocationClient allocations;
    protected final AllocationAmendmentClient all;
    protected final FormFlow flow;

    AmendmentForms(@RestClient AllocationClient allocations, @RestClient AllocationAmendmentClient all, FormFlow flow) {
        this.allocations = allocations;
        this.all = all;
        this.flow = flow;
    }

    /** What is asked, under which address, and as which action of the allocation. */
    abstract Fields<T> fields();

    abstract String at();

    abstract String action();

    /** What it is called at the service under the allocation. */
    abstract String under();

    abstract UUID record(String allocation, String key, T terms);

    /** What a recorded one says, as its form asks for it. */
    abstract Object said(AllocationAmendmentView recorded);

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public Kind ownerKind() {
        return FundingKind.ALLOCATION;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var allocation = Lazy.of(() -> allocation(id));
        return form().on(ownerKind(), id, () -> AllocationPages.owner(allocation.get()))
                .open(() -> allocation.get().actions().contains(action()))
                .under(() -> free(allocation.get()))
                .sending((key, terms) -> record(id, key, terms));
    }

    @Override
    public Recording<?> changing(String id) {
        var now = Lazy.of(() -> amendment(id));
        return form().of(() -> Owner.of(
                        ownerKind(),
                        now.get().allocation().id(),
                        now.get().allocation().reference()))
                .changing(
                        id,
                        () -> now.get().allocation().reference(),
                        () -> said(amendment(id)),
                        (form, terms) -> all.change(id, DecisionForm.version(form), form.key(), terms))
                .under(() -> free(allocation(now.get().allocation().id().toString())))
                .open(() -> now.get().actions().contains("change"));
    }

    private Recording<T> form() {
        return flow.of(FundingKind.ALLOCATION_AMENDMENT, fields())
                .at(at())
                .by("funding-officer")
                .validatedAs(under());
    }

    AllocationView allocation(String id) {
        return Services.funding(() -> allocations.read(id));
    }

    AllocationAmendmentView amendment(String id) {
        return Services.funding(() -> all.read(id));
    }

    /** How much of it can be taken: what no project has and nobody has paid. */
    private String free(AllocationView allocation) {
        var balances = allocation.balances();
        return balances == null
                ? null
                : Words.say(
                        flow.view().language(),
                        "free-now",
                        Map.of(
                                "allocated", money(balances.allocated()),
                                "free", money(balances.available().min(balances.toReceive())),
                                "available", money(balances.available()),
                                "toReceive", money(balances.toReceive())));
    }

    private String money(Money amount) {
        return flow.view().language().money(amount);
    }
}
