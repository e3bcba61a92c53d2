package org.fundtrail.gateway.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fundtrail.gateway.language.Language;
import org.fundtrail.gateway.language.Words;
import org.junit.jupiter.api.Test;

class ActionsTest {
    private static final List<String> SENTENCES = List.of(
            "libs/records/src/main/resources/sentences/records_en.properties",
            "funding-service/src/main/resources/sentences/funding_en.properties",
            "infrastructure-service/src/main/resources/sentences/infrastructure_en.properties");

    @Test
    void the_audit_trail_can_be_narrowed_to_whatever_the_services_do() {
        assertEquals(done(), new TreeSet<>(Set.of(AuditPages.ACTIONS)));
    }

    @Test
    void whatever_the_services_do_has_words_in_both_languages() {
        for (var language : Language.values()) {
            assertEquals(
                    List.of(),
                    done().stream()
                            .filter(action -> Words.find(language, "action." + action) == null)
                            .toList(),
                    language.code());
        }
    }

    /** The actions that the services have sentences for. */
    private static Set<String> done() {
        return SENTENCES.stream()
                .map(file -> Path.of(System.getProperty("fundtrail.home")).resolve(file))
                .flatMap(ActionsTest::keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(Path file) {
        var sentences = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            sentences.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sentences.stringPropertyNames().stream();
    }
}
