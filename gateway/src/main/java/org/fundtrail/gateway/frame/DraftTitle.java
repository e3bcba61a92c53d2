package org.fundtrail.gateway.frame;

import java.util.regex.Pattern;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/** What a draft is called: kept as the key of what is done, with what it is done on, so that every reader has it in their language. */
final class DraftTitle {
    private static final int LONGEST = 300;
    private static final Pattern KEPT = Pattern.compile("([a-z][a-z0-9_.-]+)(: .*)?");

    private DraftTitle() {}

    /** @param called what it is done on, or null */
    static String of(String key, String called) {
        var title = called == null ? key : key + ": " + called.replaceAll("\\p{Cntrl}", " ");
        return title.length() <= LONGEST ? title : title.substring(0, LONGEST - 1) + "…";
    }

    /** In words; what was kept in words stays as it is. */
    static String said(Language language, String kept) {
        var title = KEPT.matcher(kept);
        var words = title.matches() ? Words.find(language, title.group(1)) : null;
        return words == null ? kept : title.group(2) == null ? words : words + title.group(2);
    }
}
