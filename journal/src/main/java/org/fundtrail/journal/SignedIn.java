package org.fundtrail.journal;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collections;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;

/** Whoever sent the request, read out of the gateway's token after the framework has verified it. */
@RequestScoped
public class SignedIn {
    private final JsonWebToken token;

    SignedIn(JsonWebToken token) {
        this.token = token;
    }

    public Caller caller() {
        if (token.getName() == null) {
            throw Refusal.of(InputRule.NOT_SIGNED_IN);
        }
        if (token.getGroups() == null || Collections.disjoint(token.getGroups(), Role.ALL)) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        if (claim("institution", "").isEmpty() && !Role.OVERSEES.containsAll(token.getGroups())) {
            throw Refusal.of(InputRule.NOT_ALLOWED); // who works for nobody may look on, and nothing else
        }
        return new Caller(
                token.getName(),
                claim("name", token.getName()),
                Set.copyOf(token.getGroups()),
                claim("institution", ""),
                claim("client", "api"));
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
