package org.fundtrail.gateway.door;

import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.logging.Logger;

/** Sign-ins, sign-outs and refusals, one line each, in the category {@code fundtrail.security}. Never a password or a token. */
@Singleton
class SecurityLog {
    private static final Logger LOG = Logger.getLogger("fundtrail.security");

    void accepted(String user, RoutingContext at) {
        LOG.infof("sign-in accepted user=%s %s", plain(user), where(at));
    }

    void refused(String user, String why, RoutingContext at) {
        LOG.warnf("sign-in refused user=%s why=%s %s", plain(user), why, where(at));
    }

    void signedOut(String user, RoutingContext at) {
        LOG.infof("sign-out user=%s %s", plain(user), where(at));
    }

    /** A service refused somebody who is signed in: their role, or their own record. */
    void deniedByService(RoutingContext at) {
        var user = at.user() instanceof QuarkusHttpUser known
                ? known.getSecurityIdentity().getPrincipal().getName()
                : null;
        LOG.warnf("access refused by the service user=%s %s", plain(user), where(at));
    }

    void crossSite(RoutingContext at) {
        LOG.warnf(
                "request refused why=cross-site origin=%s %s",
                plain(at.request().getHeader("Origin")), where(at));
    }

    void forbidden(@Observes AuthorizationFailureEvent event) {
        var identity = event.getSecurityIdentity();
        if (identity != null && !identity.isAnonymous()) {
            LOG.warnf(
                    "request refused why=role user=%s %s",
                    plain(identity.getPrincipal().getName()), where(context(event.getEventProperties())));
        }
    }

    void badToken(@Observes AuthenticationFailureEvent event) {
        var at = context(event.getEventProperties());
        if (at != null && at.get(LocalUsers.ATTEMPT) == null) {
            LOG.warnf(
                    "sign-in refused why=%s %s",
                    event.getAuthenticationFailure().getClass().getSimpleName(), where(at));
        }
    }

    void openId(@Observes SecurityEvent event) {
        var identity = event.getSecurityIdentity();
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGIN) {
            accepted(identity.getPrincipal().getName(), identity.getAttribute(RoutingContext.class.getName()));
        }
    }

    private static RoutingContext context(Map<String, Object> properties) {
        return (RoutingContext) properties.get(RoutingContext.class.getName());
    }

    private static String where(RoutingContext at) {
        if (at == null) {
            return "";
        }
        return "address=" + address(at) + " request=" + at.request().method() + ":" + plain(at.normalizedPath());
    }

    static String address(RoutingContext at) {
        return at.request().remoteAddress() == null
                ? "-"
                : at.request().remoteAddress().hostAddress();
    }

    /** One word, so that what somebody types cannot look like a line or a field of this log. */
    private static String plain(String text) {
        if (text == null) {
            return "-";
        }
        var word = text.replaceAll("[^\\p{L}\\p{N}._@:/-]", "?");
        return word.length() > 80 ? word.substring(0, 80) + "..." : word;
    }
}
