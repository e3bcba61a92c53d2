package org.fundtrail.infrastructure.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.fundtrail.journal.Caller;
import org.fundtrail.records.RecordKind;

/** Issued cost reports never change: a better one is another one. */
@ApplicationScoped
class CostReportKind implements RecordKind {
    private final CostReports reports;

    CostReportKind(CostReports reports) {
        this.reports = reports;
    }

    @Override
    public String type() {
        return CostReport.TYPE;
    }

    @Override
    public Object shown(UUID id, Caller reader) {
        return reports.view(reports.find(id, reader));
    }
}
