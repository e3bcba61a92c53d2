package org.fundtrail.gateway.language;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What lists say about themselves; a bundle of its own, because Qute 3.33 cannot load one of more than 300 messages. */
@MessageBundle("list")
public interface ListMsg {
    @Message("Show all {count}")
    String show_all(int count);

    @Message("The whole history in the audit trail")
    String whole_history();

    @Message("All its projects")
    String all_projects();

    @Message("The next {count} records")
    String next_records(int count);

    @Message("Records: {count}")
    String record_count(int count);

    @Message("in total {amount}")
    String in_total(String amount);

    @Message("What counted by {day}")
    String counted_by(String day);

    @Message("Counted by this day")
    String counted_by_day();

    @Message("Show all records")
    String all_records();

    @Message("What counted is read from the books: from {count} entries of funding.")
    String footer_funding(String count);

    @Message("What counted is read from the books: from {count} entries of infrastructure.")
    String footer_infrastructure(String count);
}
