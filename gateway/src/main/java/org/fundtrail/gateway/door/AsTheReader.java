package org.fundtrail.gateway.door;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** A client of a service asks in the name of whoever is signed in: {@code @RegisterClientHeaders(AsTheReader.class)}. */
@ApplicationScoped
public class AsTheReader implements ClientHeadersFactory {
    private final CurrentIdentityAssociation identity;
    private final ServiceToken token;

    AsTheReader(CurrentIdentityAssociation identity, ServiceToken token) {
        this.identity = identity;
        this.token = token;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        var headers = new MultivaluedHashMap<String, String>();
        var person = Person.of(identity.getIdentity());
        if (person != null) {
            headers.putSingle(HttpHeaders.AUTHORIZATION, token.authorization(person));
        }
        return headers;
    }
}
