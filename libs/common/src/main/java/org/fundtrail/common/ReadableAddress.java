package org.fundtrail.common;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Whether the address of a request can be read at all. Quarkus refuses one with a bad escape ({@code ?q=%zz}) before any filter, and says
 * nothing; it is told to leave that to the filters. It asks the system once, when its server is made, so that has to be said before:
 * while the configuration is read.
 */
public class ReadableAddress implements SmallRyeConfigBuilderCustomizer {
    private static final String NOT_BY_QUARKUS = "vertx.disableURIValidation";

    @Override
    public void configBuilder(SmallRyeConfigBuilder configuration) {
        System.setProperty(NOT_BY_QUARKUS, "true");
    }

    /** @param address as it stands in the first line of the request */
    public static boolean isReadable(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
