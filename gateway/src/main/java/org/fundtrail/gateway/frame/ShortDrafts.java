package org.fundtrail.gateway.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Draft;
import org.fundtrail.common.Kind;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.Services;

/**
 * What the reader typed into the short forms on the page of a record and has not sent yet: a reason, a comment, an answer. It is kept under
 * the address to which it is sent, is there when the page is read again, and gone once it is sent.
 */
@RequestScoped
public class ShortDrafts {
    /** What the record of a short form is called. */
    private static final String CALLED = "called";
    /** Where an address names the draft that its page goes on with. */
    private static final String DRAFT = "draft";

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;
    private final Map<String, List<Draft>> mine = new HashMap<>();

    ShortDrafts(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    /** What was typed into the form that is sent there; else an empty one. */
    public Form begun(String service, String at) {
        return begun(service, draft -> draft.page().equals(at));
    }

    /** What was typed last into one of the forms on the page of a record, or into the one that the address names; else an empty one. */
    Form begun(Kind kind, String id) {
        var page = "/" + kind.room() + "/" + id + "/";
        return begun(
                Kinds.service(kind),
                draft -> draft.page().startsWith(page) && draft.page().indexOf('/', page.length()) < 0);
    }

    private Form begun(String service, Predicate<Draft> there) {
        var named = view.asked(DRAFT);
        return mine.computeIfAbsent(service, this::list).stream()
                .filter(there)
                .min(Comparator.comparing(draft -> !draft.key().equals(named)))
                .map(draft -> read(service, draft))
                .orElseGet(() -> Form.empty(view.language()));
    }

    /** Without drafts a page is still a page. */
    private List<Draft> list(String service) {
        try {
            return Services.ask(service, () -> records(service).drafts().await().indefinitely());
        } catch (Refused refused) {
            return List.of();
        }
    }

    private Form read(String service, Draft draft) {
        try {
            var typed = new MultivaluedHashMap<String, String>();
            Services.ask(service, () -> records(service).draft(draft.key()))
                    .answers()
                    .forEach(typed::putSingle);
            typed.putSingle(Form.KEY, draft.key());
            return Form.of(typed, view.language()).sentTo(draft.page());
        } catch (Refused gone) {
            return Form.empty(view.language());
        }
    }

    /** Whether the form is only to be kept. */
    boolean isToKeep(Form form) {
        return form.has(Form.KEEP);
    }

    /** Keeps what was typed, and leads back to the page of the record; a script that keeps it while it is typed is led nowhere. */
    Response keep(Form form, ShortStep step) {
        store(form, step);
        return view.isQuiet()
                ? Response.noContent().build()
                : View.to(step.page().get() + View.DONE_AT + "kept");
    }

    /** The same of what was refused, so that whoever comes back to it finds it; that it cannot be kept is no other refusal. */
    void keepRefused(Form form, ShortStep step) {
        if (!step.isKept()) {
            return;
        }
        try {
            store(form, step);
        } catch (Refused refused) {
            return;
        }
    }

    private void store(Form form, ShortStep step) {
        var at = view.path().replaceFirst("/form$", "");
        keep(step.service(), form, at, step.title(), step.asked().isBlank(form, view.today()));
    }

    /**
     * Keeps what was typed into the form that is sent there, or nothing of it where that is blank.
     *
     * @param title the key of what it is called
     */
    public void keep(String service, Form form, String at, String title, boolean isBlank) {
        Services.ask(service, () -> {
            if (isBlank) {
                records(service).discard(form.key());
                return null;
            }
            var draft = Draft.of(
                    form.key(), at, DraftTitle.of(title, form.has(CALLED) ? form.value(CALLED) : null), form.drafted());
            return records(service).keep(form.key(), draft);
        });
    }

    /** Where a draft goes on: at its own step, or on the page on which its short form stands. */
    public static String href(Draft draft) {
        var parts = draft.page().split("/");
        var page = parts.length == 4 && Kinds.inRoom(parts[1]).isPresent() && !parts[2].equals("new")
                ? "/" + parts[1] + "/" + parts[2]
                : draft.page();
        return page + "?" + DRAFT + "=" + Links.encoded(draft.key());
    }

    private Records records(String service) {
        return service.equals(Services.FUNDING) ? funding : infrastructure;
    }
}
