package org.fundtrail.journal;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks, as the gateway's token says.
 *
 * @param id the random id of our own that goes into the record, whatever the person is called; null for somebody who only ever read
 * @param name the person's name, kept apart from the record so that it can be erased
 * @param roles what they may do
 * @param institution whose records they see and make
 * @param client the door they came through: {@code web}, {@code api}, or a program's own name
 */
public record Caller(UUID id, String name, Set<String> roles, String institution, String client) {

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Auditors, administrators and services read every institution's records, everybody else their own. */
    public boolean seesAll() {
        return is(Role.AUDITOR) || is(Role.ADMINISTRATOR) || is(Role.SERVICE);
    }

    public boolean sees(String owner) {
        return seesAll() || institution.equals(owner);
    }

    /** The institution whose records they see, or null for all: bound into queries. */
    public String scope() {
        return seesAll() ? null : institution;
    }
}
