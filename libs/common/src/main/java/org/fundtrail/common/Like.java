package org.fundtrail.common;

import java.util.Locale;

/** Patterns of {@code LIKE ... ESCAPE '!'}. */
public final class Like {
    private Like() {}

    /** A pattern of LIKE, with ! as its escape, that finds the text anywhere in lower-case text. */
    public static String anywhere(String text) {
        return "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
    }

    /** Text that stands for itself in such a pattern. */
    public static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
