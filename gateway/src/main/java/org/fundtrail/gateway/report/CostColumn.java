package org.fundtrail.gateway.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundtrail.common.Money;
import org.fundtrail.infrastructure.api.report.CostColumns;

/** The columns of a cost report, in their order, in the groups in which pages show them. Words call each by the field of the API. */
public enum CostColumn {
    A("originalBudget", Group.BUDGET, CostColumns::originalBudget),
    B("transfers", Group.BUDGET, CostColumns::transfers),
    C("budgetChanges", Group.BUDGET, CostColumns::budgetChanges),
    D("currentBudget", Group.BUDGET, CostColumns::currentBudget),
    E("pendingBudgetChanges", Group.BUDGET, CostColumns::pendingBudgetChanges),
    F("projectedBudget", Group.BUDGET, CostColumns::projectedBudget),
    G("originalCommitments", Group.COMMITMENTS, CostColumns::originalCommitments),
    H("approvedVariations", Group.COMMITMENTS, CostColumns::approvedVariations),
    H_OF_WHICH("priceAdjustments", Group.COMMITMENTS, CostColumns::priceAdjustments),
    I("currentCommitments", Group.COMMITMENTS, CostColumns::currentCommitments),
    J("pendingVariations", Group.COMMITMENTS, CostColumns::pendingVariations),
    K("potentialChanges", Group.COMMITMENTS, CostColumns::potentialChanges),
    L("projectedCommitments", Group.COMMITMENTS, CostColumns::projectedCommitments),
    M("directActual", Group.ACTUAL, CostColumns::directActual),
    N("certified", Group.ACTUAL, CostColumns::certified),
    O("actualCost", Group.ACTUAL, CostColumns::actualCost),
    P("retentionHeld", Group.ACTUAL, CostColumns::retentionHeld),
    Q("paid", Group.ACTUAL, CostColumns::paid),
    R("openCommitments", Group.ACTUAL, CostColumns::openCommitments),
    S("stillToContract", Group.COMPLETION, CostColumns::stillToContract),
    T("forecastToComplete", Group.COMPLETION, CostColumns::forecastToComplete),
    U("estimateAtCompletion", Group.COMPLETION, CostColumns::estimateAtCompletion),
    V("varianceAtCompletion", Group.COMPLETION, CostColumns::varianceAtCompletion),
    W("changeSinceLastReport", Group.COMPLETION, CostColumns::changeSinceLastReport);

    /** What is read together. */
    public enum Group {
        BUDGET,
        COMMITMENTS,
        ACTUAL,
        COMPLETION;

        public List<CostColumn> columns() {
            return Stream.of(CostColumn.values())
                    .filter(column -> column.group == this)
                    .toList();
        }
    }

    private final String field;
    private final Group group;
    private final Function<CostColumns, Money> value;

    CostColumn(String field, Group group, Function<CostColumns, Money> value) {
        this.field = field;
        this.group = group;
        this.value = value;
    }

    public String field() {
        return field;
    }

    /** By which people call it; none for what is part of another. */
    public String letter() {
        return this == H_OF_WHICH ? "" : name();
    }

    /** Null where there is none. */
    public Money of(CostColumns row) {
        return value.apply(row);
    }

    /** The names of all fields, for those who hold words against them. */
    public static Stream<String> fields() {
        return Stream.of(values()).map(CostColumn::field);
    }
}
