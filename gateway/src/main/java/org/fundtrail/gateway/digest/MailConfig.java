package org.fundtrail.gateway.digest;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** By which mail server mails leave; application.properties says which environment variable sets what. Without a host none do. */
@ConfigMapping(prefix = "fundtrail.mail")
interface MailConfig {
    /** What becomes of the connection before anything is said on it. */
    enum Security {
        /** It begins in the clear and has to be encrypted before it goes on (RFC 3207). */
        STARTTLS,
        /** It is encrypted from its first byte (RFC 8314). */
        TLS,
        /** It stays in the clear, for a server on this machine. No password is said on it. */
        NONE
    }

    Optional<String> host();

    int port();

    Security tls();

    Optional<String> user();

    Optional<String> password();

    /** Whose mails they are. */
    Optional<String> from();

    /** Where people find the pages: mails lead there. */
    Optional<URI> publicUrl();
}
