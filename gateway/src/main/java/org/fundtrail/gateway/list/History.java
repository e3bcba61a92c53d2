package org.fundtrail.gateway.list;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Entry;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.frame.ShortDrafts;
import org.fundtrail.gateway.frame.View;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/**
 * What was done to a record, the newest first, and what people ask and say about it.
 *
 * @param older where the audit trail shows all of it, or null where this is all
 * @param whole the same place, whether there is more or not
 * @param trace where its euros are followed, or null where none go through it
 * @param own the same without comments and without what was done to its parts; read when it is asked for, where the entries are not all
 */
public record History(
        List<EntryView> entries,
        String older,
        String whole,
        String trace,
        CommentThread comments,
        Supplier<List<EntryView>> own) {
    private static final int SHOWN = 50;

    /** The kinds of record that euros go through. */
    private static final Set<Kind> TRACED = Set.of(
            FundingKind.ALLOCATION,
            FundingKind.RECEIPT,
            FundingKind.COMMITMENT,
            FundingKind.CLAIM,
            FundingKind.COST_OPTION,
            FundingKind.RECOVERY,
            InfrastructureKind.PROJECT,
            InfrastructureKind.CONTRACT,
            InfrastructureKind.CERTIFICATE,
            InfrastructureKind.INVOICE,
            InfrastructureKind.DIRECT_COST,
            InfrastructureKind.COST_LINE);

    /** What was changed since the record was last sent back, field by field; nothing where it never was. */
    public List<EntryView.Difference> changedSinceReturn() {
        var done = own.get();
        var since = done.stream()
                .takeWhile(entry -> !entry.action().endsWith(".returned"))
                .toList();
        return since.size() == done.size()
                ? List.of()
                : since.stream()
                        .filter(entry -> entry.action().endsWith(".changed"))
                        .flatMap(entry -> entry.changes().stream())
                        .filter(change -> !change.path().equals("status"))
                        .toList();
    }

    /** What was done to the record itself, the first step first. */
    public List<EntryView> fromTheFirst() {
        var done = new ArrayList<>(own.get());
        Collections.reverse(done);
        return done;
    }

    /** Reads the histories of records. */
    @Singleton
    public static class Reader {
        private final FundingRecords funding;
        private final InfrastructureRecords infrastructure;
        private final View view;
        private final ShortDrafts drafts;

        Reader(
                @RestClient FundingRecords funding,
                @RestClient InfrastructureRecords infrastructure,
                View view,
                ShortDrafts drafts) {
            this.funding = funding;
            this.infrastructure = infrastructure;
            this.view = view;
            this.drafts = drafts;
        }

        /** The history of a record of this kind. */
        public History of(Kind kind, UUID id) {
            var subject = id.toString();
            return Kinds.service(kind).equals(Services.FUNDING)
                    ? Services.funding(() -> history(Services.FUNDING, funding, kind, subject))
                    : Services.infrastructure(() -> history(Services.INFRASTRUCTURE, infrastructure, kind, subject));
        }

        /** Entries and comments are asked for at once. */
        private History history(String service, Records records, Kind kind, String id) {
            var both = Uni.combine()
                    .all()
                    .unis(
                            records.entries(null, SHOWN, id, null, null, null, null, "desc"),
                            records.comments(id, null, CommentThread.SHOWN))
                    .asTuple()
                    .await()
                    .indefinitely();
            var entries = both.getItem1();
            var whole = "/audit?subject=" + id + "&service=" + service.replace("-service", "");
            var shown = shown(service, entries);
            var own = kind.type() + "."; // as its actions begin
            return new History(
                    shown,
                    entries.next() == null ? null : whole,
                    whole,
                    TRACED.contains(kind) ? "/trace?from=" + kind.type() + "/" + id : null,
                    CommentThread.of(service, both.getItem2(), drafts),
                    () -> entries.next() == null
                            ? shown.stream()
                                    .filter(entry -> entry.action().startsWith(own))
                                    .toList()
                            : shown(
                                    service,
                                    records.entries(null, SHOWN, id, null, own, null, null, "desc")
                                            .await()
                                            .indefinitely()));
        }

        private List<EntryView> shown(String service, Page<Entry> entries) {
            return entries.items().stream()
                    .map(entry -> EntryView.of(entry, service, view.language()))
                    .toList();
        }
    }
}
