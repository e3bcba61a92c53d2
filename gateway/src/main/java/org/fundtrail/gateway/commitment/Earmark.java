package org.fundtrail.gateway.commitment;

import java.util.stream.Collectors;
import org.fundtrail.funding.api.commitment.CommitmentTerms;
import org.fundtrail.funding.api.programme.ProgrammeView;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.Offer;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.project.ProjectView;

/**
 * What a programme may pay for. A project outside of it is refused with the rule and its law before the answers are checked; the form then
 * asks for the reason by which an approver may decide otherwise.
 */
record Earmark(ProgrammeView programme, ProjectsNow projects, Language language) {
    private static final String REASON = "override.reason";

    /** Those that it may pay for first, and the others, which say that it may not. */
    Offer found(String sought, String chosen) {
        return projects.found(programme, sought, chosen);
    }

    /** Whether the form asks for a reason: where one is given already, and where the project was refused. */
    static boolean isOverridden(Form form) {
        return form.has(REASON) || form.isWrong("project") && form.has("project") || form.isWrong(REASON);
    }

    /** Refuses what the service would refuse when it is recorded. */
    void check(Form form, CommitmentTerms terms) {
        var outside = projects.outside(terms.project(), programme);
        if (outside.isPresent() && terms.override() == null) {
            refuse(form, outside.get());
        } else if (outside.isEmpty() && terms.override() != null) {
            form.refuse(REASON, "problem.override-not-needed");
        }
    }

    private void refuse(Form form, ProjectView project) {
        form.refuse(
                "project",
                "problem.cost-outside-programme",
                "programme",
                programme.code(),
                "project",
                project.reference(),
                "kind",
                Words.label(language, "kind", project.kind()),
                "scope",
                programme.costScope().stream()
                        .map(kind -> Words.label(language, "kind", kind))
                        .collect(Collectors.joining(", ")),
                "law",
                programme.fund().law());
    }
}
