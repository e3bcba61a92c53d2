package org.fundtrail.gateway.list;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Entry;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Services;

/**
 * What was done to a record, the newest first.
 *
 * @param older where the audit trail shows all of it, or null where this is all
 */
public record History(List<EntryView> entries, String older) {
    private static final int SHOWN = 50;

    /** Reads the histories of records. */
    @Singleton
    public static class Reader {
        private final FundingRecords funding;
        private final InfrastructureRecords infrastructure;
        private final View view;

        Reader(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure, View view) {
            this.funding = funding;
            this.infrastructure = infrastructure;
            this.view = view;
        }

        /** The history of a record of the funding-service. */
        public History funding(String id) {
            return history(
                    Services.FUNDING,
                    id,
                    Services.funding(() -> funding.entries(null, SHOWN, id, null, null, null, null, "desc")));
        }

        /** The history of a record of the infrastructure-service. */
        public History infrastructure(String id) {
            return history(
                    Services.INFRASTRUCTURE,
                    id,
                    Services.infrastructure(
                            () -> infrastructure.entries(null, SHOWN, id, null, null, null, null, "desc")));
        }

        private History history(String service, String id, Page<Entry> page) {
            return new History(
                    page.items().stream()
                            .map(entry -> EntryView.of(entry, service, view.language()))
                            .toList(),
                    page.next() == null
                            ? null
                            : "/audit?subject=" + id + "&service=" + service.replace("-service", ""));
        }
    }
}
