package org.fundtrail.funding.api.digest;

import java.util.Set;
import java.util.UUID;

/**
 * A digest that is to be sent now, by whoever heard this and nobody else.
 *
 * @param claim under which the service is told what becomes of it
 * @param issuer who knows the person, and with {@code subject} who it is
 * @param roles with which they were here last
 * @param institution for which they were here last; empty for none
 */
public record DueDigest(
        UUID claim,
        String address,
        MailLanguage language,
        String issuer,
        String subject,
        Set<String> roles,
        String institution) {
    /** The role of the program that sends digests, which may do nothing else. No person has it: it is none of theirs. */
    public static final String ROLE = "digest";

    /** What becomes of it. */
    public record Progress(DigestState state) {}
}
