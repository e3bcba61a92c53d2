package org.fundtrail.gateway.person;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages about persons say. */
@MessageBundle("person")
public interface PersonMsg {

    @Message("Persons")
    String persons();

    @Message("Who acted here, and whose data were erased")
    String kicker();

    @Message("Each service keeps ids of its own, so somebody who acted in both is listed twice and erased in each.")
    String apart();

    @Message("Name")
    String name();

    @Message("Find")
    String find();

    @Message("A part of the name")
    String name_hint();

    @Message("Nobody of that name acted here.")
    String nobody();

    @Message("The next names")
    String go_on();

    @Message("Id in the record")
    String id();

    @Message("What they did")
    String entries();

    @Message("Erase the data")
    String erase();

    @Message("Erased")
    String erased();

    @Message("Why the data are erased")
    String reason();

    @Message("Such as the date of the person's request. It stays in the record, so do not name the person")
    String reason_hint();

    @Message(
            "Name and sign-in are gone for ever: nobody can bring them back. What the person did, and every proof of it, stays under the id.")
    String warning();

    @Message("The next page asks once more before anything is erased.")
    String next();

    @Message("Sessions")
    String sessions();

    @Message("End all")
    String end_sessions();
}
