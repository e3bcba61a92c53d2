package org.fundtrail.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.rules.FundingRule;
import org.fundtrail.journal.Writer;

/** Looks projects up in infrastructure-service; asked before a transaction, never inside one. */
@ApplicationScoped
class ProjectRegister {
    private final InfrastructureClient infrastructure;

    ProjectRegister(@RestClient InfrastructureClient infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** The project that a request names by id or reference, of the caller's own institution; what is wrong with the request is said first. */
    InfrastructureClient.Project named(NewCommitment said, Writer by, String authorization) {
        var idOrReference = said.checked(by.today()).project();
        var project = ask(idOrReference, authorization);
        if (project == null || !by.institution().equals(project.institution())) {
            throw Refusal.ofField(FundingRule.PROJECT_UNKNOWN, "project", "value", idOrReference);
        }
        return project;
    }

    private InfrastructureClient.Project ask(String idOrReference, String authorization) {
        try {
            var named = Named.of(idOrReference);
            if (named.id() != null) {
                return infrastructure.project(authorization, named.id());
            }
            var found =
                    infrastructure.projects(authorization, named.reference()).items();
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
