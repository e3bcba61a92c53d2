package org.fundtrail.gateway.frame;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Draft;
import org.fundtrail.common.Kind;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.language.ReadersLanguage;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.gateway.services.FundingRecords;
import org.fundtrail.gateway.services.InfrastructureRecords;
import org.fundtrail.gateway.services.Records;
import org.fundtrail.gateway.services.Refused;
import org.fundtrail.gateway.services.Services;

/**
 * What the reader typed into forms and has not recorded yet. Each step of a form is sent, kept by the service that its record will be in,
 * and read again from the address it leads to: going back, reloading, signing in anew or another device lose nothing.
 */
@RequestScoped
@Named("drafts")
public class FormDrafts {
    /** Under which the address of a step names its draft. */
    private static final String DRAFT = "draft";

    private static final Pattern KEY = Pattern.compile("[!-~&&[^/%]]{8,100}");

    /**
     * A draft and the service that keeps it.
     *
     * @param title what is being done, in the language of the reader, whichever it was begun in
     */
    public record Mine(String service, Draft draft, String title) {
        public String href() {
            return ShortDrafts.href(draft);
        }
    }

    private final FundingRecords funding;
    private final InfrastructureRecords infrastructure;
    private final View view;

    FormDrafts(@RestClient FundingRecords funding, @RestClient InfrastructureRecords infrastructure, View view) {
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.view = view;
    }

    /** Whether this request is a step of a form whose answers are kept; recording it is none. */
    public boolean isStep(String to) {
        return view.isSent() && !to.equals("record") && kind().isPresent();
    }

    /**
     * Keeps what was sent, and leads to the address where the form goes on with it, or to what it has already recorded.
     *
     * @param title the key of what is done by it
     * @param subject what it is done on
     */
    public Response keep(Form form, String title, String subject) {
        var place = kind().map(
                        kind -> Words.of(view.language(), "nav." + kind.about().place()))
                .orElse(null);
        var called = Stream.of(form.value("reference"), form.value("code"), subject)
                .filter(name -> name != null && !name.isBlank() && !name.equals(place))
                .findFirst();
        var draft = Draft.of(form.key(), view.path(), DraftTitle.of(title, called.orElse(null)), form.drafted());
        var kept = ask(records -> records.keep(form.key(), draft));
        return kept.recorded() != null
                ? View.to(page(kept.recorded()))
                : View.to(view.path() + "?" + DRAFT + "=" + Links.encoded(form.key())
                        + (form.has("stay") ? "&stay=1" : "") + language());
    }

    /** The language that was just chosen, for the address that is led to. */
    private String language() {
        return view.asked(ReadersLanguage.PARAMETER) == null ? "" : "&" + ReadersLanguage.PARAMETER + "=" + view.code();
    }

    /**
     * The start of a form. Its address names the draft that it will be, so that whoever comes back to it finds what was typed.
     *
     * @param blank shows the form with nothing typed
     */
    public Response start(Function<Form, Response> blank) {
        var key = view.asked(DRAFT);
        if (key == null || !KEY.matcher(key).matches()) {
            return View.to(view.path() + "?" + view.queryWithout(DRAFT) + DRAFT + "="
                    + UuidCreator.getTimeOrderedEpoch() + language());
        }
        var draft = find(key);
        if (draft == null) {
            return blank.apply(Form.empty(view.language()).keyed(key));
        }
        var page = draft.page();
        return draft.recorded() != null
                ? View.to(page(draft.recorded()))
                : View.to(page.substring(0, page.lastIndexOf('/')) + "/form?" + DRAFT + "=" + Links.encoded(key));
    }

    private Draft find(String key) {
        try {
            return ask(records -> records.draft(key));
        } catch (Refused refused) {
            if (refused.problem().status() == 404) {
                return null;
            }
            throw refused;
        }
    }

    /**
     * Goes on with the draft that the address names.
     *
     * @param start where the form begins, for an address without a draft of this reader
     * @param as what is done with the answers, as if they had just been sent
     */
    public Response resume(String start, Function<MultivaluedMap<String, String>, Response> as) {
        var key = view.asked(DRAFT);
        var draft = key == null || !KEY.matcher(key).matches() ? null : find(key);
        if (draft == null) {
            return View.to(start);
        }
        if (draft.recorded() != null) {
            return View.to(page(draft.recorded()));
        }
        var sent = new MultivaluedHashMap<String, String>();
        draft.answers().forEach(sent::putSingle);
        sent.putSingle(Form.KEY, key);
        if (view.asked("stay") != null) {
            sent.putSingle("stay", "1");
        }
        return as.apply(sent);
    }

    /** The page of a record, by its room and id; where it has none, that of the record whose form this is. */
    private String page(String recorded) {
        var room = recorded.substring(0, recorded.indexOf('/'));
        if (Kinds.inRoom(room).filter(kind -> kind.about().hasPage()).isPresent()) {
            return "/" + recorded;
        }
        int at = view.path().indexOf("/" + room + "/");
        return at > 0 ? view.path().substring(0, at) : "/";
    }

    /** The reader's drafts of both services, the latest first; of one that is away there are none. */
    public List<Mine> mine() {
        return Both.of(
                        funding.drafts().map(all -> mine(Services.FUNDING, all)),
                        infrastructure.drafts().map(all -> mine(Services.INFRASTRUCTURE, all)))
                .sorted(Comparator.comparing((Mine mine) -> mine.draft.savedAt())
                        .reversed())
                .toList();
    }

    private List<Mine> mine(String service, List<Draft> drafts) {
        return drafts.stream()
                .map(draft -> new Mine(service, draft, DraftTitle.said(view.language(), draft.title())))
                .toList();
    }

    /** Those of the forms of the kind whose list stands here. */
    public List<Mine> of(String path) {
        return mine().stream()
                .filter(mine -> mine.draft.page().startsWith(path + "/"))
                .toList();
    }

    private Optional<Kind> kind() {
        return Kinds.inRoom(view.path().split("/")[1]);
    }

    private <T> T ask(Function<Records, T> question) {
        return ask(kind().orElse(null), question);
    }

    private <T> T ask(Kind kind, Function<Records, T> question) {
        return kind instanceof FundingKind
                ? Services.funding(() -> question.apply(funding))
                : Services.infrastructure(() -> question.apply(infrastructure));
    }

    /** Throws a draft away. */
    void discard(String service, String key) {
        if (service.equals(Services.FUNDING)) {
            Services.validate(service, () -> funding.discard(key));
        } else {
            Services.validate(service, () -> infrastructure.discard(key));
        }
    }
}
