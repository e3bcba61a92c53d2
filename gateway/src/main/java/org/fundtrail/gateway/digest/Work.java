package org.fundtrail.gateway.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fundtrail.common.Standing;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;

/**
 * How much there is to do for somebody: numbers and nothing else, so that no mail can say more.
 *
 * @param waiting for their decision
 * @param returned to them, to be changed
 * @param asked of them
 * @param days of records that come within a week
 */
record Work(long waiting, long returned, long asked, long days) {
    /** Further the services do not count. */
    private static final long MOST = 100;

    static Work of(Standing standing, long days) {
        return new Work(standing.waiting(), standing.returned(), standing.asked(), days);
    }

    Work and(Work other) {
        return new Work(waiting + other.waiting, returned + other.returned, asked + other.asked, days + other.days);
    }

    boolean isNone() {
        return waiting + returned + asked + days == 0;
    }

    /** The digest in plain text. */
    String said(Language language, String overview, String settings) {
        var lines = new ArrayList<String>();
        lines.add(Words.of(language, "digest.greeting"));
        lines.add("");
        lines.addAll(counts(language));
        lines.add("");
        lines.add(Words.filled(language, "digest.where", Map.of("link", overview)));
        lines.add("");
        lines.add(Words.filled(language, "digest.why", Map.of("link", settings)));
        return String.join("\n", lines) + "\n";
    }

    private List<String> counts(Language language) {
        var said = new ArrayList<String>();
        count(said, language, "waiting", waiting);
        count(said, language, "returned", returned);
        count(said, language, "asked", asked);
        count(said, language, "days", days);
        return said;
    }

    private static void count(List<String> said, Language language, String what, long count) {
        if (count > 0) {
            var shown = count >= MOST ? MOST - 1 + "+" : String.valueOf(count);
            said.add("– "
                    + Words.filled(language, "told." + what, Map.of("shown", shown, "count", Math.min(count, MOST))));
        }
    }
}
