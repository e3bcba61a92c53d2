package org.fundtrail.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.TreeSet;
import org.fundtrail.journal.Surroundings;
import org.junit.jupiter.api.Test;

/** Entries are said in sentences, whole in both languages. */
@QuarkusTest
@QuarkusTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "service", value = "infrastructure"))
class SentencesTest {
    @Inject
    Instance<RecordKind> kinds;

    @Test
    void everything_that_can_be_done_has_a_sentence_in_both_languages() {
        var actions = new TreeSet<String>();
        for (var kind : kinds) {
            if (kind.steps().length == 0 && !kind.type().equals("person")) {
                actions.add(kind.type() + ".recorded");
            }
            for (var step : kind.steps()) {
                actions.add(kind.type() + "." + step.past());
            }
        }
        actions.add("person.erased");
        actions.add("identity.erased");
        assertTrue(actions.size() > 15, "kinds are found");
        for (var language : Sentences.Language.values()) {
            assertEquals(actions, new TreeSet<>(Sentences.actions(language)), language.name());
        }
    }
}
