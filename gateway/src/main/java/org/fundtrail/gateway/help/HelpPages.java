package org.fundtrail.gateway.help;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.common.Refusal;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.position.FinancingPosition;
import org.fundtrail.gateway.position.FinancingPositions;
import org.fundtrail.gateway.position.Moment;

/** Pages about Fundtrail itself, for everybody, signed in or not. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HelpPages {

    @CheckedTemplate(basePath = "help")
    static class Templates {
        static native TemplateInstance help(List<Figure> figures);

        static native TemplateInstance glossary(List<Term> terms, Language other);

        static native TemplateInstance accessibility(Operator operator);

        static native TemplateInstance dataProtection(Operator operator);

        static native TemplateInstance about(Operator operator, String version, FinancingPosition.Recorded recorded);
    }

    private final FinancingPositions positions;
    private final Operator operator;
    private final String version;
    private final View view;

    HelpPages(
            FinancingPositions positions,
            Operator operator,
            @ConfigProperty(name = "quarkus.application.version") String version,
            View view) {
        this.positions = positions;
        this.operator = operator;
        this.version = version;
        this.view = view;
    }

    @GET
    @Path("/help")
    public Response help() {
        return view.show(Templates.help(List.of(Figure.values())));
    }

    @GET
    @Path("/glossary")
    public Response glossary() {
        var language = view.language();
        return view.show(Templates.glossary(Term.inOrder(language), language.other()));
    }

    @GET
    @Path("/accessibility")
    public Response accessibility() {
        return view.show(Templates.accessibility(operator));
    }

    @GET
    @Path("/data-protection")
    public Response dataProtection() {
        return view.show(Templates.dataProtection(operator));
    }

    @GET
    @Path("/about")
    public Response about() {
        return view.show(Templates.about(operator, version, view.isSignedIn() ? recorded() : null));
    }

    /** How many entries each service has recorded now; null where one of them does not say. */
    private FinancingPosition.Recorded recorded() {
        try {
            return positions.read(Moment.NOW).await().indefinitely().recorded();
        } catch (Refusal away) {
            return null;
        }
    }
}
