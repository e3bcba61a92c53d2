package org.fundtrail.common;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createExample;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** A refusal as the API's document shows it: when it comes, and an example. */
final class RefusalInDocument {
    private static final Map<Integer, Rule> EXAMPLES = examples();

    private static Map<Integer, Rule> examples() {
        var examples = new TreeMap<Integer, Rule>();
        for (var rule : List.of(
                InputRule.REQUIRED,
                InputRule.NOT_SIGNED_IN,
                InputRule.NOT_ALLOWED,
                InputRule.NOT_FOUND,
                InputRule.STALE,
                InputRule.TOO_LARGE,
                InputRule.UNSUPPORTED_MEDIA_TYPE,
                InputRule.UNAVAILABLE)) {
            examples.put(rule.status(), rule);
        }
        examples.put(409, new Said(409, "wrong-state", "This is APPROVED, so it cannot be decided now."));
        examples.put(
                422,
                new Said(
                        422,
                        "idempotency-key-reused",
                        "This Idempotency-Key was already used for another request. Use a new one."));
        return examples;
    }

    private static final Map<Integer, String> WHEN = Map.of(
            400,
            "A field, a parameter or the JSON is wrong: errors name each field and how to mend it",
            401,
            "Nobody is signed in",
            403,
            "The role does not allow it, or the caller recorded the record and somebody else has to decide",
            404,
            "There is no such record, or it is another institution's",
            409,
            "A rule, a state, a ceiling or a duplicate forbids it: code says which. Nothing was recorded",
            412,
            "Somebody changed the record since it was read",
            413,
            "The body is larger than 1 MiB",
            415,
            "The body is not application/json",
            422,
            "The Idempotency-Key was used for another request",
            503,
            "What params.service names is away (unavailable) or its disk is full (storage-full), and nothing was recorded; or a change got "
                    + "no answer (outcome-unknown): the same again with the same Idempotency-Key is recorded once; or the record "
                    + "does not go on from what was signed (history-rolled-back, kept-checkpoint-missing), and nothing is recorded behind it");

    /** A rule of another module, as far as the document quotes it. */
    private record Said(int status, String code, String sentence) implements Rule {
        @Override
        public String name() {
            return code;
        }
    }

    private RefusalInDocument() {}

    /** @param sends whether the request has a body, of which a field may be wrong; a query has its parameters */
    static APIResponse of(int status, boolean sends) {
        boolean query = status == 400 && !sends;
        var rule = query ? InputRule.LIMIT_OUT_OF_RANGE : EXAMPLES.get(status);
        var field = query ? "limit" : status == 400 ? "reference" : status == 422 ? "Idempotency-Key" : null;
        var params = switch (status) {
            case 412 -> new String[] {"version", "1"};
            case 413 -> new String[] {"max", "1 MiB"};
            case 503 -> new String[] {"service", "infrastructure-service"};
            default -> query ? new String[] {"max", String.valueOf(Page.LARGEST)} : new String[0];
        };
        var finding = Refusal.Finding.of(rule, field, params);
        var said = new LinkedHashMap<String, Object>();
        said.put("type", "about:blank");
        said.put("title", Problem.from(new Refusal(List.of(finding))).title());
        said.put("status", status);
        said.put("detail", finding.sentence());
        said.put("code", rule.code());
        if (field != null) {
            said.put("field", field);
        }
        said.put("params", finding.params());
        var error = new LinkedHashMap<String, Object>();
        if (field != null) {
            error.put("field", field);
        }
        error.put("code", rule.code());
        error.put("detail", finding.sentence());
        error.put("params", finding.params());
        said.put("errors", List.of(error));
        return createAPIResponse()
                .description(WHEN.get(status))
                .content(createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                createMediaType()
                                        .schema(createSchema().ref("#/components/schemas/Problem"))
                                        .examples(Map.of(
                                                rule.code(), createExample().value(said)))));
    }
}
