package org.fundtrail.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.fundtrail.common.House;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    /** What features are built from, each knowing only what stands before it; every other package is a feature. */
    private static final List<String> GROUND =
            List.of("language", "door", "services", "position", "form", "frame", "list");

    @Test
    void the_gateway_reaches_the_services_over_http_only_and_its_features_are_flat() {
        // of the services there is what travels, and nothing else to know
        House.inOrder("gateway", "org.fundtrail.journal..", "org.fundtrail.records..", "org.fundtrail.launcher..");
    }

    @Test
    void what_features_are_built_from_knows_only_what_it_stands_on() {
        var gateway = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.fundtrail.gateway");
        var known = new ArrayList<String>();
        for (var room : GROUND) {
            known.add("org.fundtrail.gateway." + room);
            noClasses()
                    .that()
                    .resideInAPackage("org.fundtrail.gateway." + room)
                    .should()
                    .dependOnClassesThat(House.outside("org.fundtrail.gateway", known))
                    .check(gateway);
        }
    }
}
