package org.fundtrail.common;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule said no. Not a failure: the caller can mend it. Nothing of the transaction in which it is thrown is kept.
 *
 * @see Problems where it becomes problem+json
 */
public class Refusal extends RuntimeException {

    /**
     * One thing that is wrong.
     *
     * @param rule what says no
     * @param field the field of the request it concerns, as a path such as {@code decision.date}, or null
     * @param params what the rule's sentence is filled with
     */
    public record Finding(Rule rule, String field, Map<String, String> params) {
        public static Finding of(Rule rule, String field, String... params) {
            var named = new LinkedHashMap<String, String>();
            if (field != null) {
                named.put("field", field);
            }
            for (int i = 0; i < params.length; i += 2) {
                named.put(params[i], params[i + 1]);
            }
            return new Finding(rule, field, named);
        }

        public String sentence() {
            return rule.say(params);
        }
    }

    private final transient List<Finding> findings;

    public Refusal(List<Finding> findings) {
        super(findings.get(0).sentence(), null, false, false);
        this.findings = List.copyOf(findings);
    }

    /** A refusal that concerns no single field; params are name, value, name, value. */
    public static Refusal of(Rule rule, String... params) {
        return new Refusal(List.of(Finding.of(rule, null, params)));
    }

    /** A refusal of one field; params are name, value, name, value. */
    public static Refusal ofField(Rule rule, String field, String... params) {
        return new Refusal(List.of(Finding.of(rule, field, params)));
    }

    public static Refusal notFound() {
        return of(InputRule.NOT_FOUND);
    }

    /** Everything that is wrong, at least one; the first decides the status. */
    public List<Finding> findings() {
        return findings;
    }

    public int status() {
        return findings.get(0).rule().status();
    }
}
