package org.fundtrail.gateway.door;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The gateway is ready when both services are and, on a first start, once the demonstration case is loaded. */
@Readiness
@Singleton
class ServicesReady implements AsyncHealthCheck {
    private final HttpClient client;
    private final String funding;
    private final String infrastructure;
    private final DoorConfig config;

    ServicesReady(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.rest-client.funding.url") String funding,
            @ConfigProperty(name = "quarkus.rest-client.infrastructure.url") String infrastructure,
            DoorConfig config) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(1000).setMaxPoolSize(4));
        this.funding = funding;
        this.infrastructure = infrastructure;
        this.config = config;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.combine()
                .all()
                .unis(isReady(funding), isReady(infrastructure))
                .asTuple()
                .map(ready -> {
                    var loaded =
                            config.readyFile().map(Path::of).map(Files::exists).orElse(true);
                    return HealthCheckResponse.named("services")
                            .withData("funding-service", ready.getItem1() ? "UP" : "DOWN")
                            .withData("infrastructure-service", ready.getItem2() ? "UP" : "DOWN")
                            .withData("demonstration-case", loaded ? "loaded" : "loading")
                            .status(ready.getItem1() && ready.getItem2() && loaded)
                            .build();
                });
    }

    private Uni<Boolean> isReady(String url) {
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url + "/q/health/ready")
                .setTimeout(3000);
        return Uni.createFrom()
                .completionStage(() -> client.request(request)
                        .compose(asked -> asked.send())
                        .map(answer -> answer.statusCode() == 200)
                        .otherwise(false)
                        .toCompletionStage());
    }
}
