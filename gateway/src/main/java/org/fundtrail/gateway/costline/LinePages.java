package org.fundtrail.gateway.costline;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Form;
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
import org.fundtrail.gateway.frame.WithdrawalPage;
import org.fundtrail.gateway.list.History;
import org.fundtrail.gateway.project.ProjectPages;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/**
 * Pages of what a project officer says of the cost lines of a project and an approver decides.
 *
 * @param <T> what is said
 * @param <V> what is read
 */
public abstract class LinePages<T, V> implements NewOnPage, ChangePage, DecisionPage, WithdrawalPage {

    /** What the page of a record shows of every kind of these. */
    public record Seen(UUID id, Subject project, String called, ApprovalStatus status, List<String> actions) {}

    /** What stands on the page of a record. */
    public record Page(List<Check> checks, History history, Form form, String done) {}

    protected final LinesOfProject lines;
    protected final FormFlow flow;
    private final History.Reader histories;

    protected LinePages(LinesOfProject lines, FormFlow flow, History.Reader histories) {
        this.lines = lines;
        this.flow = flow;
        this.histories = histories;
    }

    /** What is asked; and in which of its fields a line is chosen. */
    protected abstract Fields<T> fields();

    protected abstract List<String> lineFields();

    protected abstract V read(String id);

    protected abstract Seen seen(V record);

    protected abstract UUID record(String project, String key, T terms);

    protected abstract void change(String id, String version, String key, T terms);

    protected abstract List<Check> checksOf(V record);

    protected abstract TemplateInstance page(V record, Page page);

    @Override
    public FormFlow flow() {
        return flow;
    }

    @Override
    public Kind ownerKind() {
        return InfrastructureKind.PROJECT;
    }

    @Override
    public Recording<?> recordingOn(String id) {
        return recorded(id);
    }

    protected Recording<T> recorded(String id) {
        var project = Lazy.of(() -> lines.project(id));
        return form(() -> id)
                .on(ownerKind(), id, () -> ProjectPages.owner(project.get()))
                .open(() -> project.get().actions().contains("record-cost-line"))
                .sending((key, terms) -> record(id, key, terms));
    }

    @Override
    public Recording<?> changing(String id) {
        var now = Lazy.of(() -> seen(read(id)));
        return form(() -> now.get().project().id().toString())
                .of(() -> Owner.of(
                        ownerKind(),
                        now.get().project().id(),
                        now.get().project().reference()))
                .changing(
                        id,
                        () -> now.get().called(),
                        () -> read(id),
                        (form, terms) -> change(id, DecisionForm.version(form), form.key(), terms))
                .open(() -> now.get().actions().contains("change"));
    }

    private Recording<T> form(Supplier<String> project) {
        return flow.of(kind(), fields()).by("project-officer").offering(() -> {
            var options = lines.options(project.get());
            return lineFields().stream().collect(Collectors.toMap(Function.identity(), field -> options));
        });
    }

    @Override
    public Response detail(String id, Form form, String done) {
        var record = read(id);
        var seen = seen(record);
        var checks = seen.actions().contains("decide") ? checksOf(record) : List.<Check>of();
        var said = Done.of(flow.view().language(), kind().type(), done, seen.status());
        return flow.view().show(form, page(record, new Page(checks, histories.of(kind(), seen.id()), form, said)));
    }

    @Override
    public List<Check> checks(String id) {
        return checksOf(read(id));
    }
}
