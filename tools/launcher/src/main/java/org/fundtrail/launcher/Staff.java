package org.fundtrail.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The people of the demonstration at the API: each step under a key of its own for ever, so that a load that was cut off simply runs again. */
final class Staff {
    static final String FUNDING = "/api/funding/v1/";
    static final String INFRASTRUCTURE = "/api/infrastructure/v1/";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final String gateway;
    private final String password;

    Staff(String gateway, String password) {
        this.gateway = gateway;
        this.password = password;
    }

    /** Records something as this person; answers the id under which it is kept. */
    String record(String user, String step, String path, String body) {
        return post(user, step, path, body).path("id").asText();
    }

    /** The approver's yes. */
    void approve(String path, String step, String reason) {
        post("approver", step + "-decision", path, "{\"outcome\": \"APPROVED\", \"reason\": \"" + reason + "\"}");
    }

    JsonNode post(String user, String step, String path, String body) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", "demonstration-" + step)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw refused(step, response);
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new CannotStart("The demonstration case cannot be recorded, step " + step, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped.");
        }
    }

    private CannotStart refused(String step, HttpResponse<String> response) {
        String sentence = response.body();
        try {
            JsonNode problem = json.readTree(response.body());
            sentence = problem.path("detail").asText(problem.path("title").asText());
            if (problem.hasNonNull("field")) {
                sentence += " Field: " + problem.path("field").asText() + ".";
            }
        } catch (IOException e) {
            // Not even a problem: the text itself has to do.
        }
        return new CannotStart("The demonstration case cannot be recorded: step " + step + " was refused with "
                + response.statusCode() + ". "
                + sentence
                + (response.statusCode() == 401
                        ? " The users' passwords were changed before the case was recorded: set FUNDTRAIL_DEMONSTRATION=false to do without it."
                        : ""));
    }
}
