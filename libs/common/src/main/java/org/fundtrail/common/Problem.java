package org.fundtrail.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller hears when something is refused or broke: RFC 9457, {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Why the request was refused (4xx), or that we failed (5xx): RFC 9457.")
public record Problem(
        @Schema(description = "What kind of problem this is", examples = "about:blank")
        String type,

        @Schema(description = "The status in words", examples = "Conflict")
        String title,

        @Schema(description = "The HTTP status", examples = "409")
        int status,

        @Schema(
                description = "What is wrong and how to mend it, in English",
                examples = "amount must be more than zero.")
        String detail,

        @Schema(description = "The stable code of the rule", examples = "amount-not-positive")
        String code,

        @Schema(description = "The field it concerns, as a path", examples = "amount")
        String field,

        @Schema(description = "What the sentence is filled with")
        Map<String, String> params,

        @Schema(description = "Everything that is wrong, where it is more than one field or the field is known")
        List<Error> errors,

        @Schema(description = "What to tell support, when we failed")
        String id) {

    public static final String MEDIA_TYPE = "application/problem+json";
    /** Seconds after which what cannot be reached may be there again. */
    public static final String RETRY_AFTER = "2";

    /** One thing that is wrong. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProblemError")
    public record Error(String field, String code, String detail, Map<String, String> params) {}

    public static Problem from(Refusal refusal) {
        var first = refusal.findings().get(0);
        return new Problem(
                "about:blank",
                title(refusal.status()),
                refusal.status(),
                first.sentence(),
                first.rule().code(),
                first.field(),
                first.params(),
                refusal.findings().stream()
                        .map(f -> new Error(f.field(), f.rule().code(), f.sentence(), f.params()))
                        .toList(),
                null);
    }

    /** We failed; the id is in the log beside the cause. */
    public static Problem failure(String id) {
        return new Problem(
                "about:blank",
                title(500),
                500,
                "Something broke on our side. Tell support this id: " + id,
                "failure",
                null,
                null,
                null,
                id);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> status < 500 ? "Refused" : "Internal Server Error";
        };
    }
}
