package org.fundtrail.gateway.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.form.ShortForm.Answer;
import org.fundtrail.gateway.frame.Done;
import org.fundtrail.gateway.frame.RecordPage;

/** The page of a record as its fields and its history make it, for a kind that needs no more. */
public interface PlainPage extends RecordPage {

    @CheckedTemplate(basePath = "")
    class Templates {
        static native TemplateInstance plain(Plain record, History history, String done);
    }

    /**
     * What stands on it.
     *
     * @param reference what it is called
     * @param name what it is called in full
     * @param facts what else was said of it
     * @param isCorrectable whether the reader may correct it
     * @param links where what belongs to it is listed
     */
    record Plain(
            Kind kind,
            UUID id,
            String reference,
            String name,
            List<Answer> facts,
            ListPage.Action back,
            boolean isCorrectable,
            List<ListPage.Action> links) {}

    Plain plain(String id);

    History.Reader histories();

    @Override
    default Response detail(String id, Form form, String done) {
        var record = plain(id);
        var language = flow().view().language();
        return flow().view()
                .show(
                        form,
                        Templates.plain(
                                record,
                                histories().of(kind(), record.id()),
                                Done.of(language, kind().type(), done, null)));
    }
}
