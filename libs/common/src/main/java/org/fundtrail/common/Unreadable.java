package org.fundtrail.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A JSON value that its type cannot read, with the rule that says how to mend it; Jackson adds the path of the field. */
public final class Unreadable extends MismatchedInputException {
    private final transient Rule rule;
    private final transient String[] params;
    private final String inner;

    private Unreadable(JsonParser parser, String inner, Rule rule, String... params) {
        super(parser, rule.code());
        this.rule = rule;
        this.params = params;
        this.inner = inner;
    }

    public static Unreadable by(JsonParser parser, Rule rule, String... params) {
        return new Unreadable(parser, null, rule, params);
    }

    /** In a field inside the value, where the value reads itself as a tree. */
    static Unreadable inField(JsonParser parser, String inner, Rule rule) {
        return new Unreadable(parser, inner, rule);
    }

    Refusal.Finding finding(String path) {
        var field = inner == null ? path : path.isEmpty() ? inner : path + "." + inner;
        return Refusal.Finding.of(rule, field, params);
    }
}
