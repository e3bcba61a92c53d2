package org.fundtrail.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is signed in: a person is the issuer and its number for them, whatever they are called today (docs/decisions/0006).
 *
 * @param issuer who knows this person: the OpenID provider, or {@link #DEMONSTRATION}
 * @param subject what the issuer calls them for good; for the users of the demonstration their user name
 * @param name what people call them, for display only
 * @param roles those of the six that the person has; what else an identity provider says is left out
 * @param institution the institution whose records the person works on, or null
 * @param client web for pages, api for HTTP Basic, {@code oidc:} and the OpenID client for a program that came with a token
 */
public record Person(String issuer, String subject, String name, Set<String> roles, String institution, String client) {
    public static final String DEMONSTRATION = "urn:fundtrail:demonstration";
    public static final String FUNDING_OFFICER = "funding-officer";
    public static final String PROJECT_OFFICER = "project-officer";
    public static final String APPROVER = "approver";
    public static final String ACCOUNTANT = "accountant";
    public static final String AUDITOR = "auditor";
    public static final String ADMINISTRATOR = "administrator";
    public static final List<String> ROLES =
            List.of(FUNDING_OFFICER, PROJECT_OFFICER, APPROVER, ACCOUNTANT, AUDITOR, ADMINISTRATOR);

    static final String ISSUER = "issuer";
    static final String SUBJECT = "subject";
    static final String NAME = "name";
    static final String INSTITUTION = "institution";
    static final String CLIENT = "client";
    static final String MAIL = "mail";

    /** The person behind this identity, or null when nobody is signed in. */
    public static Person of(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return null;
        }
        String subject = identity.getAttribute(SUBJECT);
        String name = identity.getAttribute(NAME);
        var roles = new LinkedHashSet<>(ROLES);
        roles.retainAll(identity.getRoles());
        return new Person(
                identity.getAttribute(ISSUER),
                subject,
                name == null ? subject : name,
                roles,
                identity.getAttribute(INSTITUTION),
                identity.getAttribute(CLIENT));
    }

    /** The e-mail address that the sign-in says, or null. It is no part of a person: no token and no service is told of it. */
    public static String mailAddress(SecurityIdentity identity) {
        return identity.getAttribute(MAIL);
    }

    /** The person who sent this request, or null. */
    static Person of(RoutingContext at) {
        return at.user() instanceof QuarkusHttpUser user ? of(user.getSecurityIdentity()) : null;
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
