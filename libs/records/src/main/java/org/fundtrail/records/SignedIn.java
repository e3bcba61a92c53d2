package org.fundtrail.records;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.Caller;
import org.fundtrail.journal.Persons;
import org.fundtrail.journal.Role;

/** Whoever sent the request, read out of the gateway's token after the framework has verified it. */
@RequestScoped
public class SignedIn {
    /** The client of whoever counts for the mail digest what there is to do for somebody who is not here: they read and nothing else. */
    public static final String DIGEST = "digest";

    private final JsonWebToken token;
    private final HttpServerRequest request;
    private final Persons persons;

    SignedIn(JsonWebToken token, HttpServerRequest request, Persons persons) {
        this.token = token;
        this.request = request;
        this.persons = persons;
    }

    /** Who it is. Somebody who only reads is not put down. */
    public Caller caller() {
        return caller(request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD);
    }

    /** The same of the pages: a program has no drafts, views or choices of its own. */
    public Caller person() {
        var caller = caller();
        if (Drafts.isProgram(caller)) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        return caller;
    }

    /** The same, of a request that writes nothing whatever its method. */
    public Caller reader() {
        return caller(true);
    }

    private Caller caller(boolean reads) {
        var issuer = claim("idp", "");
        if (token.getSubject() == null || token.getSubject().isBlank() || issuer.isEmpty()) {
            throw Refusal.of(InputRule.NOT_SIGNED_IN);
        }
        var isService = token.getGroups() != null && token.getGroups().contains(Role.SERVICE);
        if (!isService && (token.getGroups() == null || Collections.disjoint(token.getGroups(), Role.ALL))) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        if (claim("institution", "").isEmpty() && !Role.OVERSEES.containsAll(token.getGroups())) {
            throw Refusal.of(InputRule.NOT_ALLOWED); // who works for nobody may look on, and nothing else
        }
        var client = claim("client", "api");
        if ((client.equals(DIGEST) || isService) && !reads) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        var name = claim("name", token.getSubject());
        var institution = claim("institution", "");
        return new Caller(
                reads
                        ? persons.find(issuer, token.getSubject())
                        : persons.enrol(issuer, token.getSubject(), name, institution),
                name,
                Set.copyOf(token.getGroups()),
                institution,
                client);
    }

    /** The value of the Authorization header with which another service hears the same caller. */
    public String authorization() {
        return "Bearer " + token.getRawToken();
    }

    private String claim(String name, String otherwise) {
        Object value = token.getClaim(name);
        return value == null || value.toString().isBlank() ? otherwise : value.toString();
    }
}
