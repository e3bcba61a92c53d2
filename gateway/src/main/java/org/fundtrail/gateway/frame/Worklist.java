package org.fundtrail.gateway.frame;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.CommentList;
import org.fundtrail.common.CommentView;
import org.fundtrail.common.RecordDate;
import org.fundtrail.common.ReturnedRecord;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Services;

/** What there is to do for the reader: what waits for their decision, what is asked of them, what came back to them, which days come. */
@RequestScoped
@Named("worklist")
public class Worklist {

    private static final int MOST = 100;
    private static final int DATES_SHOWN = 10;

    /** A record that came back, and its page. */
    public record Back(ReturnedRecord record, String href) {}

    /** What somebody asks of the reader, the page of its record, and where it is answered. */
    public record Asked(CommentView comment, String href, String answer) {}

    /** A day that comes or has passed, the page of its record, and how many days are left until then. */
    public record Coming(RecordDate date, String href, long left) {
        public static Coming of(RecordDate date, LocalDate today) {
            return new Coming(
                    date,
                    Worklist.href(date.type(), date.id(), date.parent()),
                    ChronoUnit.DAYS.between(today, date.day()));
        }

        public boolean isPast() {
            return left < 0;
        }

        public long daysAgo() {
            return -left;
        }
    }

    private record Found(List<Back> returned, List<Asked> asked, List<Coming> coming) {}

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;
    private final Badges badges;
    private Found found;

    Worklist(
            @RestClient FundingRecords funding,
            @RestClient InfrastructureRecords infrastructure,
            View view,
            Badges badges) {
        this.badges = badges;
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    /** How much waits for the reader's decision, up to 99+; empty for nothing. */
    public String decisions() {
        return badges.waiting();
    }

    /** What came back to the reader from both services, the latest first; of one that is away there is nothing. */
    public List<Back> returned() {
        return found().returned;
    }

    /** What is asked of the reader and open, by the day until which it is asked, then by age. */
    public List<Asked> asked() {
        return found().asked;
    }

    /** The days that come, the next first, and after them those that have just passed, the latest first; no more than ten. */
    public List<Coming> dates() {
        return found().coming.stream().limit(DATES_SHOWN).toList();
    }

    /** Whether days matter to the reader's role. */
    public boolean isOfDates() {
        return view.isRecorder() || view.has("approver") || view.has("accountant") || view.has("auditor");
    }

    /** Whether there are more days than are shown. */
    public boolean isOfMoreDates() {
        return found().coming.size() > DATES_SHOWN;
    }

    /** Both services are asked for all of it at once. */
    private Found found() {
        if (found == null) {
            found = Uni.combine()
                    .all()
                    .unis(back(), questions(), days())
                    .with(Found::new)
                    .await()
                    .indefinitely();
        }
        return found;
    }

    private Uni<List<Back>> back() {
        if (!view.isRecorder()) {
            return Uni.createFrom().item(List.of());
        }
        return Both.asked(
                        funding.returned().map(Worklist::back),
                        infrastructure.returned().map(Worklist::back))
                .map(all -> sorted(
                        all,
                        Comparator.comparing((Back back) -> back.record.at()).reversed()));
    }

    private static List<Back> back(List<ReturnedRecord> records) {
        return records.stream()
                .map(record -> new Back(record, href(record.type(), record.id(), record.parent())))
                .toList();
    }

    private Uni<List<Asked>> questions() {
        return Both.asked(
                        funding.comments(null, "me", MOST).map(list -> questions(Services.FUNDING, list)),
                        infrastructure.comments(null, "me", MOST).map(list -> questions(Services.INFRASTRUCTURE, list)))
                .map(all -> sorted(
                        all,
                        Comparator.comparing(
                                        (Asked asked) -> asked.comment.by(),
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(asked -> asked.comment.writtenAt())));
    }

    private static List<Asked> questions(String service, CommentList list) {
        return list.items().stream()
                .map(comment -> new Asked(
                        comment,
                        href(comment.about().type(), comment.about().id(), comment.parent()),
                        "/comments/" + service + "/" + comment.id() + "/answer"))
                .toList();
    }

    private Uni<List<Coming>> days() {
        var today = view.today();
        var next = days(today, null, null, Comparator.comparing(RecordDate::day));
        var passed = days(
                null,
                today.minusDays(1),
                "desc",
                Comparator.comparing(RecordDate::day).reversed());
        return Uni.combine()
                .all()
                .unis(next, passed)
                .with((one, other) -> Stream.concat(one.stream(), other.stream())
                        .map(this::coming)
                        .toList());
    }

    private Uni<List<RecordDate>> days(
            LocalDate from, LocalDate until, String order, Comparator<RecordDate> comparing) {
        return Both.asked(funding.dates(from, until, order, null), infrastructure.dates(from, until, order, null))
                .map(all -> sorted(all, comparing.thenComparing(RecordDate::reference)));
    }

    private Coming coming(RecordDate date) {
        return Coming.of(date, view.today());
    }

    private static <T> List<T> sorted(List<T> all, Comparator<T> order) {
        return all.stream().sorted(order).toList();
    }

    private static String href(String type, UUID id, Subject parent) {
        return Links.to(new Subject(type, id, null), parent);
    }
}
