package org.fundtrail.gateway.frame;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.fundtrail.gateway.form.Fields;
import org.fundtrail.gateway.form.Placing;

/** Where the steps of a record are taken, each by a short form of its own. */
public interface SteppedPage extends RecordPage {

    /** How a step is told to the service. */
    interface Sending<T> {
        Object send(String id, String version, String key, T said);
    }

    /** Where what is refused of a part of the record of this id stands on its page. */
    default Placing placing(String id) {
        return Placing.AS_NAMED;
    }

    /**
     * Takes a step, or shows again what was sent and why it was refused.
     *
     * @param done what the page says then
     * @param title the key of what stands over the form
     */
    default <T> Response take(
            MultivaluedMap<String, String> sent,
            String id,
            String done,
            String title,
            Fields<T> fields,
            Sending<T> sending) {
        var form = flow().view().form(sent).placing(placing(id));
        var said = fields.read(form);
        return flow().take(
                        form,
                        ShortStep.on(this, id, done, title, fields),
                        () -> sending.send(id, DecisionForm.version(form), form.key(), said),
                        again -> detail(id, again, null));
    }
}
