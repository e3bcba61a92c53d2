package org.fundtrail.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is signed in.
 *
 * @param subject the user name, which the journal keeps
 * @param roles those of the six that the person has; what else an identity provider says is left out
 * @param institution the institution whose records the person works on, or null
 * @param client web for pages, api for HTTP Basic, otherwise the OpenID client of a program
 */
public record Person(String subject, String name, Set<String> roles, String institution, String client) {
    public static final String FUNDING_OFFICER = "funding-officer";
    public static final String PROJECT_OFFICER = "project-officer";
    public static final String APPROVER = "approver";
    public static final String ACCOUNTANT = "accountant";
    public static final String AUDITOR = "auditor";
    public static final String ADMINISTRATOR = "administrator";
    public static final List<String> ROLES =
            List.of(FUNDING_OFFICER, PROJECT_OFFICER, APPROVER, ACCOUNTANT, AUDITOR, ADMINISTRATOR);

    static final String NAME = "name";
    static final String INSTITUTION = "institution";
    static final String CLIENT = "client";

    /** The person behind this identity, or null when nobody is signed in. */
    public static Person of(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return null;
        }
        var subject = identity.getPrincipal().getName();
        String name = identity.getAttribute(NAME);
        var roles = new LinkedHashSet<>(ROLES);
        roles.retainAll(identity.getRoles());
        return new Person(
                subject,
                name == null ? subject : name,
                roles,
                identity.getAttribute(INSTITUTION),
                identity.getAttribute(CLIENT));
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
