package org.fundtrail.gateway.subcontractor;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.contract.OnContract;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.PlainPage;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;
import org.fundtrail.infrastructure.api.subcontractor.OwnerView;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorTerms;
import org.fundtrail.infrastructure.api.subcontractor.SubcontractorView;

/** Subcontractors of contracts, and who owns them in the end. They move no money and are never changed. */
@Path("/subcontractors")
@Produces(MediaType.TEXT_HTML)
public class SubcontractorPages implements NewOnPage, PlainPage {
    private static final Fields<SubcontractorTerms> FIELDS = Fields.of(
            SubcontractorTerms.class,
            "subcontractor",
            Field.text("name").wide(),
            Field.text("identifier"),
            Field.money("amount"),
            Field.rows(
                    "beneficialOwners",
                    Field.text("beneficialOwners.name"),
                    Field.text("beneficialOwners.identifier").optional()),
            Field.day("on").optional());

    private final OnContract contracts;
    private final SubcontractorClient subcontractors;
    private final FormFlow flow;
    private final History.Reader histories;

    SubcontractorPages(
            OnContract contracts,
            @RestClient SubcontractorClient subcontractors,
            FormFlow flow,
            History.Reader histories) {
        this.contracts = contracts;
        this.subcontractors = subcontractors;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.SUBCONTRACTOR;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.CONTRACT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        return contracts
                .recording(kind(), FIELDS, id)
                .like(one -> Services.infrastructure(() -> subcontractors.read(one)), "amount", "on")
                .sending((key, terms) -> subcontractors.record(id, key, terms).id());
    }

    @Override
    public Plain plain(String id) {
        var subcontractor = Services.infrastructure(() -> subcontractors.read(id));
        var language = flow.view().language();
        return new Plain(
                kind(),
                subcontractor.id(),
                subcontractor.reference(),
                orErased(language, subcontractor.name()),
                facts(language, subcontractor),
                new ListPage.Action("/contracts/" + subcontractor.contract().id(), "back.contract"),
                false,
                List.of());
    }

    private static List<Answer> facts(Language language, SubcontractorView subcontractor) {
        var facts = new ArrayList<Answer>();
        facts.add(Answer.of(language, "contract", subcontractor.contract().reference()));
        facts.addAll(FIELDS.facts(language, subcontractor, Set.of("name", "beneficialOwners")));
        var owners = owners(language, subcontractor);
        if (!owners.isEmpty()) {
            facts.add(Answer.of(language, "beneficialOwners", owners));
        }
        return facts;
    }

    /** Whose are said, or that they should be; otherwise nothing. */
    private static String owners(Language language, SubcontractorView subcontractor) {
        if (subcontractor.ownersMissing()) {
            return Words.of(language, "owners_not_said");
        }
        return subcontractor.beneficialOwners().stream()
                .map(owner -> called(language, owner))
                .collect(Collectors.joining("; "));
    }

    private static String called(Language language, OwnerView owner) {
        return Stream.of(orErased(language, owner.name()), owner.identifier())
                .filter(said -> said != null)
                .collect(Collectors.joining(", "));
    }

    private static String orErased(Language language, String name) {
        return name == null ? Words.of(language, "erased") : name;
    }

    @Override
    public History.Reader histories() {
        return histories;
    }
}
