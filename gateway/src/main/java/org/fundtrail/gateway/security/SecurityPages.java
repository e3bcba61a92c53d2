package org.fundtrail.gateway.security;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.contract.OnContract;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.PlainPage;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.security.SecurityKind;
import org.fundtrail.infrastructure.api.security.SecurityTerms;
import org.fundtrail.infrastructure.api.security.SecurityView;

/** Guarantees and insurances of contracts. They count at once and are never changed: one that is prolonged is recorded as another. */
@Path("/securities")
@Produces(MediaType.TEXT_HTML)
public class SecurityPages implements NewOnPage, PlainPage {
    private static final Fields<SecurityTerms> FIELDS = Fields.of(
            SecurityTerms.class,
            "security",
            Field.radios("kind", "securityKind", SecurityKind.values()),
            Field.money("amount"),
            Field.text("issuer").wide(),
            Field.day("from"),
            Field.day("to"));

    private final OnContract contracts;
    private final SecurityClient securities;
    private final FormFlow flow;
    private final History.Reader histories;

    SecurityPages(
            OnContract contracts, @RestClient SecurityClient securities, FormFlow flow, History.Reader histories) {
        this.contracts = contracts;
        this.securities = securities;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.SECURITY;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public History.Reader histories() {
        return histories;
    }

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.CONTRACT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        return contracts
                .recording(kind(), FIELDS, id)
                .like(one -> Services.infrastructure(() -> securities.read(one)), "from", "to")
                .sending((key, terms) -> securities.record(id, key, terms).id());
    }

    @Override
    public Plain plain(String id) {
        var security = Services.infrastructure(() -> securities.read(id));
        var language = flow.view().language();
        var contract = security.contract();
        var back = new ListPage.Action("/contracts/" + contract.id(), "back.contract");
        return new Plain(
                kind(),
                security.id(),
                security.reference(),
                Words.label(language, "securityKind", security.kind().name()) + ", " + security.issuer(),
                facts(security),
                back,
                false,
                List.of());
    }

    private List<Answer> facts(SecurityView security) {
        var language = flow.view().language();
        var facts = new ArrayList<Answer>();
        facts.add(Answer.of(language, "contract", security.contract().reference()));
        facts.addAll(FIELDS.facts(language, security, Set.of()));
        facts.add(Answer.of(language, "live", Words.label(language, "live", security.live() ? "yes" : "no")));
        return facts;
    }
}
