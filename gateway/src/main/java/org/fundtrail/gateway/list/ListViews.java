package org.fundtrail.gateway.list;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Kind;
import org.fundtrail.common.SavedView;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Services;

/** How the reader looks at lists: what they saved by name, what is shared with them, and the columns that they chose last. */
@RequestScoped
public class ListViews {
    /** What the columns are called that somebody chose last. */
    private static final String COLUMNS = "";

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;

    ListViews(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure) {
        this.funding = funding;
        this.infrastructure = infrastructure;
    }

    /** All of a list, those of the service that its records are in. */
    List<SavedView> of(Kind kind) {
        return ask(kind, records -> records.views(kind.room()));
    }

    /** The names of the columns that the reader chose last, as they stand in an address; null where they chose none. */
    static String columns(List<SavedView> views) {
        return views.stream()
                .filter(view -> view.name().equals(COLUMNS))
                .map(SavedView::query)
                .findFirst()
                .orElse(null);
    }

    /** Those that have a name. */
    static List<SavedView> named(List<SavedView> views) {
        return views.stream().filter(view -> !view.name().equals(COLUMNS)).toList();
    }

    void choose(Kind kind, String columns) {
        keep(kind, SavedView.of(COLUMNS, columns, null));
    }

    void keep(Kind kind, SavedView view) {
        ask(kind, records -> {
            records.keepView(kind.room(), view);
            return null;
        });
    }

    void remove(Kind kind, String id) {
        ask(kind, records -> {
            records.removeView(id);
            return null;
        });
    }

    /** From now on the list has the columns that it comes with. */
    void forgetColumns(Kind kind) {
        of(kind).stream()
                .filter(view -> view.name().equals(COLUMNS))
                .forEach(view -> remove(kind, view.id().toString()));
    }

    private <T> T ask(Kind kind, Function<Records, T> question) {
        return Kinds.service(kind).equals(Services.FUNDING)
                ? Services.funding(() -> question.apply(funding))
                : Services.infrastructure(() -> question.apply(infrastructure));
    }
}
