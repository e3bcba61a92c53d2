package org.fundtrail.gateway.proof;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.fundtrail.common.FindingView;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.LogKey;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.VerificationView;
import org.fundtrail.common.VerificationView.State;
import org.fundtrail.gateway.export.ExportApi;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.proof.ProvedBooks.Books;
import org.fundtrail.gateway.services.ServiceDown;
import org.fundtrail.gateway.services.Services;

/** Until which entry the record is proved, and by what; what the system found when it checked itself, and to have it check itself now. */
@Path("/audit/proof")
@Produces(MediaType.TEXT_HTML)
public class ProofPages {
    private static final int VERIFICATIONS = 10;
    private static final int FINDINGS = 50;

    @CheckedTemplate(basePath = "proof")
    static class Templates {
        static native TemplateInstance proof(List<Proved> all, boolean isRunning, Form form);
    }

    /**
     * @param findings what nobody has answered yet comes first
     */
    public record Proved(
            Books books, List<LogKey> keys, List<VerificationView> verifications, List<FindingView> findings) {
        public boolean isRunning() {
            return verifications.stream().anyMatch(this::goesOn);
        }

        public boolean goesOn(VerificationView verification) {
            return verification.state() == State.QUEUED || verification.state() == State.RUNNING;
        }
    }

    private final ProvedBooks proved;
    private final ExportApi export;
    private final View view;

    ProofPages(ProvedBooks proved, ExportApi export, View view) {
        this.proved = proved;
        this.export = export;
        this.view = view;
    }

    @GET
    public Response proof() {
        var all = proved.all().stream().map(this::read).toList();
        return view.show(Templates.proof(all, all.stream().anyMatch(Proved::isRunning), Form.empty(view.language())));
    }

    private Proved read(Books books) {
        var log = proved.of(books.service());
        try {
            return Services.ask(
                    books.service() + "-service",
                    () -> new Proved(
                            books,
                            log.keys().items(),
                            proved.isVerifier()
                                    ? log.verifications(VERIFICATIONS).items()
                                    : List.of(),
                            proved.isVerifier() ? log.findings(null, FINDINGS).items() : List.of()));
        } catch (ServiceDown down) {
            return new Proved(new Books(books.service(), null), List.of(), List.of(), List.of());
        }
    }

    /** Everything that both services keep, for whoever checks it elsewhere. */
    @GET
    @Path("/export.zip")
    @Produces("application/zip")
    public Response export() {
        if (!proved.isVerifier()) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        return export.export();
    }

    /** Both services check themselves; one that is away is not waited for. */
    @POST
    @Path("/verifications")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify(MultivaluedMap<String, String> sent) {
        if (!proved.isVerifier()) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        var key = view.form(sent).key();
        for (var books : proved.all()) {
            if (!books.isDown()) {
                Services.send(
                        books.service() + "-service",
                        () -> proved.of(books.service()).verify(key));
            }
        }
        return View.to("/audit/proof");
    }
}
