package org.fundtrail.gateway.door;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;
import org.fundtrail.gateway.language.ReadersLanguage;

/** A client of a service asks in the name of whoever is signed in: {@code @RegisterClientHeaders(AsTheReader.class)}. */
@ApplicationScoped
public class AsTheReader implements ClientHeadersFactory {
    private final CurrentIdentityAssociation identity;
    private final ServiceToken token;
    private final CurrentVertxRequest request;
    private final Provider<ReadersLanguage> readers;

    AsTheReader(
            CurrentIdentityAssociation identity,
            ServiceToken token,
            CurrentVertxRequest request,
            Provider<ReadersLanguage> readers) {
        this.identity = identity;
        this.token = token;
        this.request = request;
        this.readers = readers;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        var headers = new MultivaluedHashMap<String, String>();
        var person = Person.of(identity.getIdentity());
        if (person != null) {
            headers.putSingle(HttpHeaders.AUTHORIZATION, token.authorization(person));
        }
        if (Arc.container().requestContext().isActive() && request.getCurrent() != null) {
            headers.putSingle(
                    HttpHeaders.ACCEPT_LANGUAGE, readers.get().language().code());
        }
        return headers;
    }
}
