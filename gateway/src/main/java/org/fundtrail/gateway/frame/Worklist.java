package org.fundtrail.gateway.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.ReturnedRecord;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;

/** What there is to do for the reader: what waits for their decision, what came back to them, what they have begun. */
@RequestScoped
@Named("worklist")
public class Worklist {

    /** A record that came back, and its page. */
    public record Back(ReturnedRecord record, String href) {}

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;

    Worklist(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    /** How much waits for the reader's decision, up to 99+; empty for nothing. */
    public String decisions() {
        return view.waiting();
    }

    /** What came back to the reader from both services, the latest first; of one that is away there is nothing. */
    public List<Back> returned() {
        if (!view.isRecorder()) {
            return List.of();
        }
        return Both.of(
                        funding.returned().map(Worklist::back),
                        infrastructure.returned().map(Worklist::back))
                .sorted(Comparator.comparing((Back back) -> back.record.at()).reversed())
                .toList();
    }

    private static List<Back> back(List<ReturnedRecord> records) {
        return records.stream().map(record -> new Back(record, href(record))).toList();
    }

    private static String href(ReturnedRecord record) {
        return Links.to(new Subject(record.type(), record.id(), record.reference()), record.parent());
    }
}
