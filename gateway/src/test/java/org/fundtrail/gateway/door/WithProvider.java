package org.fundtrail.gateway.door;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.List;
import java.util.Map;

/**
 * People sign in at an OpenID provider, which stands in for the users of the demonstration. Which of the two there is, is decided when
 * the gateway starts, so tests with a provider have the module's second start of it; they share one. The API has an audience of its own.
 */
public class WithProvider implements QuarkusTestProfile {
    static final String CLIENT = "quarkus-web-app";
    static final String AUDIENCE = "fundtrail-api";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "OIDC_URL",
                "${keycloak.url}/realms/quarkus",
                "OIDC_CLIENT_ID",
                CLIENT,
                "OIDC_CLIENT_SECRET",
                "secret",
                "OIDC_AUDIENCE",
                AUDIENCE);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OidcWiremockTestResource.class));
    }
}
