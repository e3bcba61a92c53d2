package org.fundtrail.gateway.list;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Entry;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Services;

/**
 * What was done to a record, the newest first.
 *
 * @param older where the audit trail shows all of it, or null where this is all
 */
public record History(List<EntryView> entries, String older) {
    private static final int SHOWN = 50;

    /** What was changed since the record was last sent back, field by field; nothing where it never was. */
    public List<EntryView.Difference> changedSinceReturn() {
        var since = entries.stream()
                .takeWhile(entry -> !entry.action().endsWith(".returned"))
                .toList();
        return since.size() == entries.size()
                ? List.of()
                : since.stream()
                        .filter(entry -> entry.action().endsWith(".changed"))
                        .flatMap(entry -> entry.changes().stream())
                        .filter(change -> !change.path().equals("status"))
                        .toList();
    }

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

        /** The history of a record of this kind. */
        public History of(Kind kind, UUID id) {
            var service = Kinds.service(kind);
            var subject = id.toString();
            return history(
                    service,
                    subject,
                    service.equals(Services.FUNDING)
                            ? Services.funding(() -> newest(funding, subject))
                            : Services.infrastructure(() -> newest(infrastructure, subject)));
        }

        private static Page<Entry> newest(Records records, String subject) {
            return records.entries(null, SHOWN, subject, null, null, null, null, "desc");
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
