package org.fundtrail.gateway.certificate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Decision;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.contract.ContractPages;
import org.fundtrail.gateway.contract.ContractRecords;
import org.fundtrail.gateway.contract.ContractRecordsClient;
import org.fundtrail.gateway.contract.OnContract;
import org.fundtrail.gateway.form.Field;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm;
import org.fundtrail.gateway.frame.ChangePage;
import org.fundtrail.gateway.frame.Check;
import org.fundtrail.gateway.frame.DecisionForm;
import org.fundtrail.gateway.frame.DecisionPage;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Lazy;
import org.fundtrail.gateway.frame.NewOnPage;
import org.fundtrail.gateway.frame.Owner;
import org.fundtrail.gateway.frame.Recording;
import org.fundtrail.gateway.frame.ReversalPage;
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.list.ListPage;
import org.fundtrail.gateway.list.ListedPage;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.certificate.CertificateFilter;
import org.fundtrail.infrastructure.api.certificate.CertificateTerms;
import org.fundtrail.infrastructure.api.certificate.CertificateView;
import org.fundtrail.infrastructure.api.contract.ContractView;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** Payment certificates of contracts: a project officer says what is done, the service computes what is payable, an approver decides. */
@Path("/certificates")
@Produces(MediaType.TEXT_HTML)
public class CertificatePages
        implements ListedPage<CertificateView, CertificateFilter>,
                NewOnPage,
                ChangePage,
                DecisionPage,
                WithdrawalPage,
                ReversalPage {

    @CheckedTemplate(basePath = "certificate")
    static class Templates {
        static native TemplateInstance form(ShortForm s, List<Fields.Asked> fields, List<LineAsked> lines);

        static native TemplateInstance detail(
                CertificateView certificate,
                List<Computed> computation,
                List<Check> checks,
                History history,
                Form form,
                String done);
    }

    private static final Fields<CertificateTerms> FIELDS = Fields.of(
            CertificateTerms.class,
            "certificate",
            Field.text("number").needed("certificateNumber"),
            Field.day("periodTo"),
            Field.money("variations").optional().orAny(),
            Field.money("priceAdjustment").optional().orAny(),
            Field.money("plantAndMaterials").optional().orZero(),
            Field.tick("takingOver"));

    private final OnContract contracts;
    private final ContractRecordsClient records;
    private final CertificateClient certificates;
    private final CertificatePreview preview;
    private final FormFlow flow;
    private final History.Reader histories;

    CertificatePages(
            OnContract contracts,
            @RestClient ContractRecordsClient records,
            @RestClient CertificateClient certificates,
            CertificatePreview preview,
            FormFlow flow,
            History.Reader histories) {
        this.contracts = contracts;
        this.records = records;
        this.certificates = certificates;
        this.preview = preview;
        this.flow = flow;
        this.histories = histories;
    }

    @Override
    public Kind kind() {
        return InfrastructureKind.CERTIFICATE;
    }

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public ListPage<CertificateView, CertificateFilter> list() {
        return CertificateList.LIST;
    }

    @Override
    public Page<CertificateView> read(Owner of, CertificateFilter filter, String after, int limit) {
        if (of != null) {
            filter.contract = of.id();
        }
        return Services.infrastructure(() -> certificates.list(filter, after, limit));
    }

    @Override
    public Owner of() {
        return contracts.asked();
    }

    private CertificateView certificate(String id) {
        return Services.infrastructure(() -> certificates.read(id));
    }

    // ── Recording; and what was returned can be changed and sent again ──

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.CONTRACT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        var contract = Lazy.of(() -> contracts.read(id));
        var earlier = Lazy.of(() -> earlier(id));
        return form(contract, () -> earlier.get().last(), () -> null)
                .on(ownerKind(), id, () -> ContractPages.owner(contract.get()))
                .open(() -> contract.get().actions().contains("record-certificate"))
                .beginningWith(form -> earlier.get().begin(form))
                .sending((key, terms) -> certificates.record(id, key, terms).id());
    }

    @Override
    public Recording<?> changing(String id) {
        var certificate = Lazy.of(() -> certificate(id));
        var contract =
                Lazy.of(() -> contracts.read(certificate.get().contract().id().toString()));
        var last = Lazy.of(() -> earlier(contract.get().id().toString()).last());
        return form(contract, last, certificate)
                .of(() -> ContractPages.owner(contract.get()))
                .changing(
                        id,
                        () -> certificate.get().reference(),
                        () -> certificate(id),
                        (form, terms) -> certificates.change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> certificate.get().actions().contains("change"));
    }

    private Earlier earlier(String contract) {
        return new Earlier(ContractRecords.certificates(records, contract));
    }

    /**
     * What is asked, with the lines of the schedule.
     *
     * @param last the last approved certificate, or null
     * @param now the one that is changed, or null
     */
    private Recording<CertificateTerms> form(
            Supplier<ContractView> contract, Supplier<CertificateView> last, Supplier<CertificateView> now) {
        return flow.of(kind(), FIELDS)
                .by("project-officer")
                .telling(form -> Map.of("lines", LineAsked.read(form)))
                .showing(terms -> Stream.concat(
                                LineAsked.answers(flow.view().language(), terms).stream(),
                                preview.of(contract.get().id().toString(), terms).stream())
                        .toList())
                .shownAs((s, fields) ->
                        Templates.form(s, fields, LineAsked.of(contract.get(), last.get(), now.get(), s.form())));
    }

    // ── One certificate ──

    @Override
    public Response detail(String id, Form form, String done) {
        var certificate = certificate(id);
        var language = flow.view().language();
        var checks = certificate.actions().contains("decide") ? checks(certificate) : List.<Check>of();
        var history = histories.of(kind(), certificate.id());
        var said = Done.of(language, kind().type(), done, certificate.status());
        return flow.view()
                .show(
                        form,
                        Templates.detail(
                                certificate,
                                Computed.of(certificate.computation(), language),
                                checks,
                                history,
                                form,
                                said));
    }

    private List<Check> checks(CertificateView certificate) {
        return new CertificateChecks(certificate, flow.view().language())
                .of(contracts.read(certificate.contract().id().toString()));
    }

    @Override
    public List<Check> checks(String id) {
        return checks(certificate(id));
    }

    @Override
    public void decide(String id, String version, String key, Decision decision) {
        certificates.decide(id, version, key, decision);
    }
}
