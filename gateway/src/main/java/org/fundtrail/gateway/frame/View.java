package org.fundtrail.gateway.frame;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fundtrail.common.Problem;
import org.fundtrail.common.Time;
import org.fundtrail.gateway.door.DoorConfig;
import org.fundtrail.gateway.door.FormToken;
import org.fundtrail.gateway.door.Parked;
import org.fundtrail.gateway.door.Person;
import org.fundtrail.gateway.form.Form;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.ReadersLanguage;
import org.fundtrail.gateway.language.Words;

/** What every page knows: who reads it, in which language, where it stands in the house. Templates reach it as {@code cdi:view}. */
@RequestScoped
@Named("view")
public class View {
    /** Carries what was done from a form to the page of its record. */
    private static final String DONE = "fundtrail-done";

    public static final String DONE_AT = "?done=";

    private static final String SENT = Form.class.getName();
    /** In the order of rank: what somebody is called who has several roles. */
    static final List<String> ROLES =
            List.of("administrator", "approver", "accountant", "funding-officer", "project-officer", "auditor");

    private final SecurityIdentity identity;
    private final RoutingContext routing;
    private final Time time;
    private final Badges badges;
    private final FormToken formToken;
    private final Parked parked;
    private final ReadersLanguage readers;
    private final boolean demonstration;
    private String maskedToken;
    private ReadFrom readFrom;

    /** How many recorded entries of each service figures were read from; null of one that was not asked. */
    public record ReadFrom(Long funding, Long infrastructure) {}

    public record Place(String href, String label, boolean here, String count) {}

    View(
            SecurityIdentity identity,
            RoutingContext routing,
            Time time,
            Badges badges,
            DoorConfig door,
            FormToken formToken,
            Parked parked,
            ReadersLanguage readers) {
        this.identity = identity;
        this.routing = routing;
        this.time = time;
        this.badges = badges;
        this.formToken = formToken;
        this.parked = parked;
        this.readers = readers;
        this.demonstration = door.demonstration();
    }

    // ── Language ──

    public Language language() {
        return readers.language();
    }

    public String code() {
        return language().code();
    }

    /** This very page, with its filters, in the other language. */
    public String inLanguage(String code) {
        var href = new StringBuilder(path()).append('?');
        for (var parameter : routing.queryParams()) {
            if (!parameter.getKey().equals(ReadersLanguage.PARAMETER)) {
                href.append(Links.encoded(parameter.getKey()))
                        .append('=')
                        .append(Links.encoded(parameter.getValue()))
                        .append('&');
            }
        }
        return href.append(ReadersLanguage.PARAMETER).append('=').append(code).toString();
    }

    // ── Reader ──

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    public boolean isDemonstration() {
        return demonstration;
    }

    public String name() {
        var name = identity.<Object>getAttribute("name");
        return name == null ? user() : name.toString();
    }

    public String user() {
        return identity.getPrincipal() == null ? "" : identity.getPrincipal().getName();
    }

    public String role() {
        return firstRole(identity.getRoles());
    }

    static String firstRole(Set<String> roles) {
        return ROLES.stream().filter(roles::contains).findFirst().orElse("none");
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Whether the reader records anything. */
    boolean isRecorder() {
        return has("funding-officer") || has("project-officer");
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    /** The token that a form needs; null on a page of an error that was answered before any form could be made. */
    public String csrfToken() {
        if (maskedToken == null) {
            maskedToken = formToken.masked();
        }
        return maskedToken;
    }

    /** Says in a form whose it is. */
    public String formOwner() {
        var person = Person.of(identity);
        return person == null ? "" : parked.owner(person);
    }

    /** The name that was given with a wrong password just now, or nothing. */
    public String nameGiven() {
        return decoded("fundtrail-name");
    }

    /** Whether what this reader sent after their session had ended is still kept. */
    public boolean isParked() {
        return parked.of(routing, Person.of(identity)) != null;
    }

    /** Whether a form waits for whoever signs in now. */
    public boolean isAwaited() {
        return parked.isThere(routing);
    }

    // ── Place ──

    public String path() {
        return request().path();
    }

    /** What its address asks for under this name; null where it says nothing. */
    public String asked(String name) {
        var value = request().getParam(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The filters of this page, such as {@code status=APPROVED&}, without this one. */
    public String queryWithout(String name) {
        return queryWithout(name, name);
    }

    /** The same without these two. */
    public String queryWithout(String name, String other) {
        var query = new StringBuilder();
        for (var parameter : routing.queryParams()) {
            if (!parameter.getKey().equals(name)
                    && !parameter.getKey().equals(other)
                    && !parameter.getKey().equals(ReadersLanguage.PARAMETER)
                    && !parameter.getValue().isBlank()) {
                query.append(Links.encoded(parameter.getKey()))
                        .append('=')
                        .append(Links.encoded(parameter.getValue()))
                        .append('&');
            }
        }
        return query.toString();
    }

    /** Auditors and administrators see who acted. */
    public boolean isSeeingPersons() {
        return has("administrator") || has("auditor");
    }

    /** Whether the address has this parameter, with a value or without. */
    public boolean isAsked(String name) {
        return request().params().contains(name);
    }

    public boolean isFiltered(String name) {
        return asked(name) != null;
    }

    /** The services whose record does not go on, so that they record nothing. */
    public List<Badges.Stopped> stopped() {
        return isSignedIn() ? badges.stopped() : List.of();
    }

    public List<Place> places() {
        return List.of(
                place("/", "overview", "/dates"),
                place("/allocations", "funding"),
                place("/projects", "projects"),
                place("/approvals", "approvals"),
                place("/audit", "audit", "/persons", "/overrides", "/double-funding"));
    }

    private Place place(String href, String name, String... alike) {
        var here = new ArrayList<>(Kinds.rooms(name));
        here.addAll(List.of(alike));
        here.add(href);
        return new Place(
                href, Words.of(language(), "nav." + name), here.stream().anyMatch(this::isUnder), badges.of(name));
    }

    private boolean isUnder(String place) {
        return path().equals(place) || !place.equals("/") && path().startsWith(place + "/");
    }

    public Instant now() {
        return time.now();
    }

    public LocalDate today() {
        return time.today();
    }

    /** The page's figures come from so many recorded entries of each service; its footer says so. */
    public void readFrom(Long fundingEntries, Long infrastructureEntries) {
        readFrom = new ReadFrom(fundingEntries, infrastructureEntries);
    }

    /** What the page's figures were read from, where it said so, or null. */
    public ReadFrom readFrom() {
        return readFrom;
    }

    // ── Forms ──

    /** A form that was sent; kept with the request, so that nothing is lost if it comes to nothing. */
    public Form form(MultivaluedMap<String, String> sent) {
        var form = Form.of(sent, language()).sentTo(path());
        if (isSent()) {
            routing.put(SENT, form);
        }
        if (sent.containsKey("parked")) {
            parked.forget(routing);
        }
        return form;
    }

    /** Whether this request sends a form. */
    public boolean isSent() {
        return request().method() == HttpMethod.POST;
    }

    /** Whether it is sent by a script that shows no answer (RFC 7240). */
    boolean isQuiet() {
        return "return=minimal".equals(request().getHeader("Prefer"));
    }

    /** The form that this request sent, as it was, or null. */
    Form sent() {
        return routing.get(SENT);
    }

    // ── Answers ──

    public Response show(TemplateInstance template) {
        return show(200, template);
    }

    /** A form with something to put right answers 400, so that programs and caches see it too. */
    public Response show(Form form, TemplateInstance template) {
        return show(
                !form.isRefused()
                        ? 200
                        : form.problem() == null ? 400 : form.problem().status(),
                template);
    }

    public Response show(int status, TemplateInstance template) {
        var html = html(template);
        var answer = Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Language", code())
                .header("Cache-Control", "no-store")
                .entity(html);
        if (status == 503) {
            answer.header("Retry-After", Problem.RETRY_AFTER);
        }
        if (done() != null) {
            answer.cookie(doneCookie("", 0));
        }
        readers.chosen().ifPresent(answer::cookie);
        return answer.build();
    }

    /** The page as text, for what answers outside the resources. */
    public String html(TemplateInstance template) {
        return template.setLocale(language().locale()).render();
    }

    /**
     * After something was recorded: read it at its own address, so that reloading sends nothing again. What was done ({@code ?done=} at its
     * end) is said there once and is no part of the address.
     */
    public static Response to(String path) {
        int done = path.lastIndexOf(DONE_AT);
        var address = done < 0 ? path : path.substring(0, done);
        var answer = Response.seeOther(URI.create(address));
        return done < 0
                ? answer.build()
                : answer.cookie(doneCookie(Links.encoded(address.replaceFirst("\\?.*", "") + path.substring(done)), 60))
                        .build();
    }

    /** What one of our cookies says; nothing where it is not there, or not ours. */
    private String decoded(String name) {
        var cookie = request().getCookie(name);
        try {
            return cookie == null ? "" : URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            return "";
        }
    }

    /** What was just done with the record of this page, or null. */
    public String done() {
        var said = decoded(DONE);
        return said.startsWith(path() + DONE_AT) ? said.substring(path().length() + DONE_AT.length()) : null;
    }

    private static NewCookie doneCookie(String value, int seconds) {
        return new NewCookie.Builder(DONE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private HttpServerRequest request() {
        return routing.request();
    }
}
