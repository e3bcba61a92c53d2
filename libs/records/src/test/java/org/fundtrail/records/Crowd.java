package org.fundtrail.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Many clients who send at the same moment. */
public final class Crowd {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Crowd() {}

    /** What one of them sends. */
    public record Sent(Person by, String key, String path, String body) {
        public static Sent of(Person by, String path, String body) {
            return new Sent(by, UUID.randomUUID().toString(), path, body);
        }
    }

    /** What one of them heard. */
    public record Heard(Sent sent, int status, String location, String body) {
        public String code() {
            return (String) AnswerFields.of(body).get("code");
        }
    }

    /** Sends, without waiting for the answer. */
    public static CompletableFuture<Heard> send(Sent sent) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + sent.path()))
                .header("Authorization", "Bearer " + sent.by().token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", sent.key())
                .POST(BodyPublishers.ofString(sent.body()))
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> heard(sent, answer));
    }

    private static Heard heard(Sent sent, HttpResponse<String> answer) {
        return new Heard(
                sent,
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse(null),
                answer.body());
    }

    /** Sends everything at once and waits for all answers, in the order of what was sent. */
    public static List<Heard> atOnce(List<Sent> all) {
        var answers = all.stream().map(Crowd::send).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** Those that got this status, after checking that there are so many of them. */
    public static List<Heard> with(int status, int many, List<Heard> all) {
        var found = all.stream().filter(heard -> heard.status() == status).toList();
        assertEquals(
                many,
                found.size(),
                () -> "answers " + status + " among "
                        + all.stream()
                                .map(h -> h.status() + " " + (h.status() < 300 ? "" : h.code()))
                                .toList());
        return found;
    }
}
