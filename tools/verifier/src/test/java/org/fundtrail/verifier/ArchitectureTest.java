package org.fundtrail.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.fundtrail.common.House;
import org.fundtrail.journal.CanonicalJson;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void the_verifier_shares_nothing_with_what_it_verifies_but_canonical_json() {
        House.toolInOrder(
                "verifier", "org.fundtrail.records..", "org.fundtrail.funding..", "org.fundtrail.infrastructure..");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.fundtrail.verifier")
                .orShould()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are Java's, its own, or canonical JSON",
                        c -> c.getPackageName().startsWith("java.")
                                || c.getPackageName().isEmpty()
                                || c.getPackageName().equals("org.fundtrail.verifier")
                                || c.getName().equals(CanonicalJson.class.getName())))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.fundtrail.verifier"));
    }
}
