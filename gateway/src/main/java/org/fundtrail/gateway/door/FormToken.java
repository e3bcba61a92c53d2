package org.fundtrail.gateway.door;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import java.util.Base64;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * The token of forms, masked anew in each page (decision 11): a page is compressed, what is typed stands in it, and so its size would tell
 * whoever can have it sent again and again what a secret is that stays the same. Quarkus keeps the token in a cookie and compares.
 */
@Singleton
public class FormToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NONE = "";

    private final CsrfTokenParameterProvider token;

    FormToken(CsrfTokenParameterProvider token) {
        this.token = token;
    }

    /** For the forms of one answer; null on a page of an error that was answered before any form could be made. */
    public String masked() {
        try {
            return mask(token.getToken());
        } catch (IllegalStateException notMade) {
            return null;
        }
    }

    /** A random key, and the token under it. */
    static String mask(String token) {
        var secret = Base64.getUrlDecoder().decode(token);
        var key = new byte[secret.length];
        RANDOM.nextBytes(key);
        var masked = new byte[2 * secret.length];
        for (int i = 0; i < secret.length; i++) {
            masked[i] = key[i];
            masked[secret.length + i] = (byte) (key[i] ^ secret[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(masked);
    }

    /** Nothing, which is no token, where it was not masked here. */
    static String unmask(String sent) {
        try {
            var masked = Base64.getUrlDecoder().decode(sent);
            var secret = new byte[masked.length / 2];
            for (int i = 0; i < secret.length; i++) {
                secret[i] = (byte) (masked[i] ^ masked[secret.length + i]);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    /**
     * Before Quarkus compares: it takes a token of the header first. Quarkus runs the filters that read the form in the opposite order of
     * their priorities; should that change, no form is taken any more.
     */
    @WithFormRead
    @ServerRequestFilter(priority = Priorities.USER + 1)
    void unmask(ResteasyReactiveContainerRequestContext request) {
        if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            var form = (ResteasyReactiveRequestContext) request.getServerRequestContext();
            var sent = form.getFormParameter(token.getParameterName(), true, false);
            request.getHeaders().putSingle(token.getHeaderName(), sent == null ? NONE : unmask(sent.toString()));
        }
    }
}
