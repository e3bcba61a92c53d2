package org.fundtrail.gateway.frame;

import org.fundtrail.common.PersonRef;
import org.fundtrail.funding.api.commitment.ProjectTitle;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.fundtrail.infrastructure.api.estimate.Title;

/** What people and projects are called on pages. */
public final class Names {
    private Names() {}

    /** Somebody by name, or that there is none any more. */
    public static String person(Language language, PersonRef person) {
        return person == null ? "–" : person.name() == null ? Words.of(language, "person.erased") : person.name();
    }

    /** What a project or works programme is called in the reader's language. */
    public static String title(Language language, Title title) {
        return title == null ? "–" : title(language, title.en(), title.lt());
    }

    public static String title(Language language, ProjectTitle title) {
        return title == null ? "–" : title(language, title.en(), title.lt());
    }

    static String title(Language language, String english, String lithuanian) {
        return language == Language.LT && lithuanian != null && !lithuanian.isBlank() ? lithuanian : english;
    }
}
