package org.fundtrail.gateway.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.gateway.door.Person;
import org.fundtrail.gateway.door.ServiceToken;
import org.fundtrail.gateway.services.Services;

/** The export of a service as it comes: however long it is, only what is read next is in memory. */
@ApplicationScoped
class ServiceExport {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final ServiceToken token;
    private final URI funding;
    private final URI infrastructure;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    ServiceExport(
            ServiceToken token,
            @ConfigProperty(name = "quarkus.rest-client.funding.url") URI funding,
            @ConfigProperty(name = "quarkus.rest-client.infrastructure.url") URI infrastructure) {
        this.token = token;
        this.funding = funding;
        this.infrastructure = infrastructure;
    }

    InputStream ofFunding(Person reader) {
        return Services.funding(() -> open(funding.resolve("/api/funding/v1/export"), reader));
    }

    InputStream ofInfrastructure(Person reader) {
        return Services.infrastructure(() -> open(infrastructure.resolve("/api/infrastructure/v1/export"), reader));
    }

    private InputStream open(URI address, Person reader) {
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", token.authorization(reader))
                            .build(),
                    BodyHandlers.ofInputStream());
            if (answer.statusCode() == OK) {
                return answer.body();
            }
            answer.body().close();
            throw new ProcessingException("It answers " + answer.statusCode());
        } catch (IOException e) {
            throw new ProcessingException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessingException(e);
        }
    }
}
