package org.fundtrail.funding.register;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Named;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.rules.FundingRule;
import org.fundtrail.infrastructure.api.project.ProjectView;
import org.fundtrail.journal.Writer;
import org.fundtrail.records.Foreign;

/** Looks projects up in infrastructure-service; asked before a transaction, never inside one. */
@ApplicationScoped
public class ProjectRegister {
    private final InfrastructureClient infrastructure;

    ProjectRegister(@RestClient InfrastructureClient infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** The project that a request names by id or reference, of the caller's own institution. */
    public ProjectView named(String idOrReference, Writer by, String authorization) {
        var absent = Refusal.ofField(FundingRule.PROJECT_UNKNOWN, "project", "value", idOrReference);
        var project = Asked.of(() -> ask(Named.of(idOrReference), authorization, absent), absent);
        if (!by.institution().equals(project.institution())) {
            throw new Foreign(absent);
        }
        return project;
    }

    private ProjectView ask(Named named, String authorization, Refusal absent) {
        return named.id() != null
                ? infrastructure.project(authorization, named.id())
                : infrastructure.projects(authorization, named.reference()).items().stream()
                        .findFirst()
                        .orElseThrow(() -> absent);
    }
}
