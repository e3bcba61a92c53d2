package org.fundtrail.funding.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;

/** Reads in infrastructure-service what of invoices and direct costs can be claimed; asked before a transaction, never inside one. */
@ApplicationScoped
public class ExpenditureRegister {
    private final InfrastructureClient infrastructure;

    ExpenditureRegister(@RestClient InfrastructureClient infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** Those of these that the caller sees, and those whose amounts they share, by their ids: two questions at most. */
    public Map<UUID, ExpenditureView> of(Collection<UUID> ids, String authorization) {
        var found = new LinkedHashMap<UUID, ExpenditureView>();
        read(ids, authorization, found);
        read(
                found.values().stream()
                        .map(ExpenditureView::sharesWith)
                        .filter(Objects::nonNull)
                        .filter(id -> !found.containsKey(id))
                        .distinct()
                        .toList(),
                authorization,
                found);
        return found;
    }

    /** A stretch of those of a project that can be claimed, the earliest first. */
    public Page<ExpenditureView> ofProject(String project, String after, int limit, String authorization) {
        return Asked.of(() -> infrastructure.expenditureOf(authorization, project, after, limit));
    }

    private void read(Collection<UUID> ids, String authorization, Map<UUID, ExpenditureView> into) {
        if (!ids.isEmpty()) {
            Asked.of(() -> infrastructure.expenditure(authorization, List.copyOf(ids)))
                    .items()
                    .forEach(one -> into.put(one.id(), one));
        }
    }
}
