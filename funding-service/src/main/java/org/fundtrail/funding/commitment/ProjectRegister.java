package org.fundtrail.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Checks;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.rules.FundingRule;
import org.fundtrail.journal.Caller;

/** Looks projects up in infrastructure-service; asked before a transaction, never inside one. */
@ApplicationScoped
class ProjectRegister {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final InfrastructureClient infrastructure;

    ProjectRegister(@RestClient InfrastructureClient infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** The project with this id or reference, of the caller's own institution. */
    InfrastructureClient.Project named(String idOrReference, Caller by, String authorization) {
        new Checks().text(idOrReference, "project", 200).done();
        var project = ask(idOrReference, authorization);
        if (project == null || !by.institution().equals(project.institution())) {
            throw Refusal.ofField(FundingRule.PROJECT_UNKNOWN, "project", "value", idOrReference);
        }
        return project;
    }

    private InfrastructureClient.Project ask(String idOrReference, String authorization) {
        try {
            if (ID.matcher(idOrReference).matches()) {
                return infrastructure.project(authorization, UUID.fromString(idOrReference));
            }
            var found = infrastructure.projects(authorization, idOrReference).items();
            return found.isEmpty() ? null : found.get(0);
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                return null;
            }
            throw unavailable();
        } catch (ProcessingException e) {
            throw unavailable();
        }
    }

    private static Refusal unavailable() {
        return Refusal.of(InputRule.UNAVAILABLE, "service", "infrastructure-service");
    }
}
