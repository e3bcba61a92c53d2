package org.fundtrail.gateway.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import org.fundtrail.common.Entry;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.list.EntryView;
import org.fundtrail.gateway.list.PageCsv;

/** Entries as a file for a spreadsheet. */
final class EntriesCsv {
    private static final String[] HEAD = {
        "service",
        "position",
        "recordedAt",
        "effectiveDate",
        "statedDate",
        "actorId",
        "actor",
        "role",
        "client",
        "institution",
        "action",
        "subjectType",
        "reference",
        "subjectId",
        "sentence",
        "reason",
        "amount",
        "currency",
        "changedField",
        "before",
        "after",
        "leafHash"
    };

    private final PageCsv csv;

    EntriesCsv(OutputStream to, Language language) throws IOException {
        csv = new PageCsv(to, language, HEAD);
    }

    /** One line per changed field, and one for an entry that changes none. */
    void write(Trail.Line line) throws IOException {
        var changes = line.entry().changes();
        if (changes == null || changes.isEmpty()) {
            row(line.service(), line.entry(), null);
            return;
        }
        for (var change : changes) {
            row(line.service(), line.entry(), change);
        }
    }

    private void row(String service, Entry e, Entry.ChangedField change) throws IOException {
        var actor = e.actor();
        var subject = e.subject();
        var kind = subject == null ? "" : subject.type();
        var about = e.about() == null ? Map.<String, String>of() : e.about();
        csv.row(
                csv.label("service", service),
                e.position(),
                e.recordedAt(),
                e.effectiveDate(),
                e.statedDate(),
                actor == null ? null : actor.id(),
                actor == null ? null : actor.name(),
                csv.label("role", e.role()),
                csv.word("client", e.client()),
                e.institution(),
                csv.label("action", e.action()),
                subject == null ? null : csv.label("type.one", subject.type()),
                subject == null ? null : subject.reference(),
                subject == null ? null : subject.id(),
                e.sentence(),
                e.reason(),
                about.get("amount") == null ? null : new BigDecimal(about.get("amount")),
                about.get("currency"),
                change == null ? null : csv.field(change.field()),
                change == null ? null : csv.value(kind, change.field(), EntryView.plain(change.before())),
                change == null ? null : csv.value(kind, change.field(), EntryView.plain(change.after())),
                e.leafHash());
    }

    /** Ends a whole file. */
    void end() throws IOException {
        csv.close();
    }
}
