package org.fundtrail.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.common.Time;
import org.fundtrail.funding.rules.FundingRule;
import org.fundtrail.journal.Caller;

/** Looks projects up in infrastructure-service; asked before a transaction, never inside one. */
@ApplicationScoped
class ProjectRegister {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final InfrastructureClient infrastructure;
    private final Time time;

    ProjectRegister(@RestClient InfrastructureClient infrastructure, Time time) {
        this.infrastructure = infrastructure;
        this.time = time;
    }

    /** The project that a request names by id or reference, of the caller's own institution; what is wrong with the request is said first. */
    InfrastructureClient.Project named(NewCommitment said, Caller by, String authorization) {
        var idOrReference = said.checked(time.today()).project();
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
