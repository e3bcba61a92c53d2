package org.fundtrail.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoorConfigTest {
    private static String audience(Map<String, String> environment) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(DoorConfig.class.getResource("/application.properties")))
                .withSources(new PropertiesConfigSource(environment, "environment", 400))
                .build()
                .getValue("fundtrail.door.oidc-audience", String.class);
    }

    @Test
    void without_an_audience_of_its_own_the_api_takes_what_is_for_the_client() throws IOException {
        assertEquals("fundtrail", audience(Map.of()));
        assertEquals("office", audience(Map.of("OIDC_CLIENT_ID", "office")));
        assertEquals("api", audience(Map.of("OIDC_CLIENT_ID", "office", "OIDC_AUDIENCE", "api")));
    }
}
