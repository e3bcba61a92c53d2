package org.fundtrail.gateway.costline;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Money;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.project.BudgetLines;
import org.fundtrail.gateway.project.CostLineClient;
import org.fundtrail.gateway.project.ProjectClient;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.costline.CostLineView;
import org.fundtrail.infrastructure.api.project.ProjectView;

/** The cost lines of a project, for what is recorded on them. */
@RequestScoped
public class LinesOfProject {
    private final ProjectClient projects;
    private final CostLineClient costLines;
    private final View view;

    LinesOfProject(@RestClient ProjectClient projects, @RestClient CostLineClient costLines, View view) {
        this.projects = projects;
        this.costLines = costLines;
        this.view = view;
    }

    public ProjectView project(String id) {
        return Services.infrastructure(() -> projects.read(id));
    }

    /** All of them, in the order in which they were recorded. */
    public List<CostLineView> of(String project) {
        return BudgetLines.of(costLines, project).all();
    }

    /** To choose from, each with what is budgeted for it now. */
    public List<Option> options(String project) {
        return of(project).stream()
                .map(line -> new Option(
                        line.id().toString(),
                        line.name() + ", " + view.language().money(line.currentBudget())))
                .toList();
    }

    /** What is budgeted now for the line of this id; nothing where it is none of them. */
    public Money budget(String project, UUID line) {
        return of(project).stream()
                .filter(one -> one.id().equals(line))
                .map(CostLineView::currentBudget)
                .findFirst()
                .orElse(Money.zero());
    }
}
