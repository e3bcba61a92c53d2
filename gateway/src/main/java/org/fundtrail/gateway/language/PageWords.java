package org.fundtrail.gateway.language;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.HashMap;

/** What templates say in the reader's language: {@code {msg:history}}, and with gaps {@code {msg:record_count(page.count)}}. */
@TemplateExtension(namespace = "msg", matchName = TemplateExtension.ANY)
final class PageWords {
    private PageWords() {}

    /** @param gaps what is said in the gaps {@code {0}}, {@code {1}} ...; numbers as such, so that what is counted agrees with them */
    static String say(String key, @TemplateAttribute("locale") Object locale, Object... gaps) {
        var language = Language.ofPage(locale);
        if (gaps.length == 0) {
            return Words.of(language, key);
        }
        var numbered = new HashMap<String, Object>();
        for (int i = 0; i < gaps.length; i++) {
            numbered.put(String.valueOf(i), gaps[i]);
        }
        return Words.filled(language, key, numbered);
    }
}
