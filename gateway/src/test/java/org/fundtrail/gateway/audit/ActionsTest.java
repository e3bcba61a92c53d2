package org.fundtrail.gateway.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.fundtrail.gateway.frame.Kinds;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.junit.jupiter.api.Test;

class ActionsTest {
    @Test
    void whatever_the_services_do_has_words_in_both_languages() {
        for (var language : Language.values()) {
            assertEquals(
                    List.of(),
                    Stream.of(Kinds.actions())
                            .filter(action -> Words.find(language, "action." + action) == null)
                            .toList(),
                    language.code());
        }
    }
}
