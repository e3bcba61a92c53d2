package org.fundtrail.verifier;

import java.util.Map;
import java.util.TreeMap;

/** What was given cannot be read as what it should be; with the words to say so. */
public final class Unreadable extends Exception {
    private final transient Problem problem;
    private final transient Map<String, String> said;

    /** @param said name, value, name, value */
    Unreadable(Problem problem, Object... said) {
        super(problem.name());
        this.problem = problem;
        this.said = said(said);
    }

    static Map<String, String> said(Object... said) {
        var words = new TreeMap<String, String>();
        for (int i = 0; i < said.length; i += 2) {
            words.put((String) said[i], String.valueOf(said[i + 1]));
        }
        return words;
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> said() {
        return said;
    }
}
