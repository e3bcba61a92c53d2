package org.fundtrail.common;

import java.util.List;

/** What is sent with a body to be judged or computed, and changes nothing: it needs no key, and may be asked again. */
public final class Questions {
    private static final List<String> ENDS = List.of("/validation", "/preview");

    private Questions() {}

    public static boolean isAt(String path) {
        return ENDS.stream().anyMatch(path::endsWith);
    }
}
