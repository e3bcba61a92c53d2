package org.fundtrail.gateway.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.fundtrail.common.Kind;
import org.fundtrail.common.Subject;
import org.fundtrail.gateway.services.Services;

/** Where the reader of a record records another one. Templates reach it as {@code cdi:another}. */
@RequestScoped
@Named("another")
public class Another {
    /** Under which the address of a form names the record from which it is filled in. */
    public static final String LIKE = "like";

    /** Where a form is sent that is followed by the next one. */
    static final String ANOTHER = "another";

    /** What was recorded just now, on the form of the next one. */
    public record Before(String said, String href) {}

    /**
     * The forms of another record.
     *
     * @param blank with nothing filled in
     * @param alike filled in from the record
     */
    public record Forms(String blank, String alike) {}

    private final View view;

    Another(View view) {
        this.view = view;
    }

    /** The forms for another record like this one; null for readers who record none of its kind. */
    public Forms of(String room, UUID id) {
        return forms(room, "/" + room + "/new?", id);
    }

    /** The same of records that belong to another one, which their list names by this filter. */
    public Forms on(String room, String by, UUID owner, UUID id) {
        return forms(room, "/" + room + "/new?" + by + "=" + owner + "&", id);
    }

    private Forms forms(String room, String form, UUID id) {
        return isRecordedBy(room) ? new Forms(form.substring(0, form.length() - 1), form + LIKE + "=" + id) : null;
    }

    private boolean isRecordedBy(String room) {
        return Kinds.inRoom(room)
                .map(Kinds::service)
                .filter(service -> view.has(service.equals(Services.FUNDING) ? "funding-officer" : "project-officer"))
                .isPresent();
    }

    /** What was recorded before this form, when it was recorded just now; else null. */
    public Before before() {
        var id = view.asked(LIKE);
        var kind = isRecordedNow() && id != null ? Kinds.inRoom(view.path().split("/")[1]) : Optional.<Kind>empty();
        return kind.map(of -> new Before(
                        Done.of(view.language(), of.type(), "recorded", null),
                        Links.to(new Subject(of.type(), Owner.id(id), null), null)))
                .orElse(null);
    }

    /** Whether the record of this page was recorded just now. */
    public boolean isRecordedNow() {
        return "recorded".equals(view.done());
    }
}
