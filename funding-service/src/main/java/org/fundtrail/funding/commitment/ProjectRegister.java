package org.fundtrail.funding.commitment;

import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.value.Values;
import org.fundtrail.funding.api.commitment.CommitmentTerms;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Foreign;

/** Looks projects up in infrastructure-service; asked before a transaction, never inside one. */
@ApplicationScoped
class ProjectRegister {
    private final InfrastructureClient infrastructure;

    ProjectRegister(@RestClient InfrastructureClient infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** The project that a request names by id or reference, of the caller's own institution; what is wrong with the request is said first. */
    ProjectView named(CommitmentTerms terms, Writer by, String authorization) {
        Values.check(terms, by.today());
        var idOrReference = terms.project();
        var absent = Refusal.ofField(FundingRule.PROJECT_UNKNOWN, "project", "value", idOrReference);
        var project = ask(idOrReference, authorization, absent);
        if (!by.institution().equals(project.institution())) {
            throw new Foreign(absent);
        }
        return project;
    }

    private ProjectView ask(String idOrReference, String authorization, Refusal absent) {
        try {
            var named = Named.of(idOrReference);
            if (named.id() != null) {
                return infrastructure.project(authorization, named.id());
            }
            return infrastructure.projects(authorization, named.reference()).items().stream()
                    .findFirst()
                    .orElseThrow(() -> absent);
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                throw e.getResponse().getHeaderString(Foreign.HEADER) == null ? absent : new Foreign(absent);
            }
            throw unavailable();
        } catch (ProcessingException | VertxException e) { // the second where it broke off in the middle of its answer
            throw unavailable();
        }
    }

    private static Refusal unavailable() {
        return Refusal.of(InputRule.UNAVAILABLE, "service", "infrastructure-service");
    }
}
