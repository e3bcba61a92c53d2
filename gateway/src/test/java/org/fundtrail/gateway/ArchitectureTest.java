package org.fundtrail.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses gateway = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fundtrail.gateway");

    @Test
    void the_gateway_reaches_the_services_over_http_only() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.fundtrail.funding..",
                        "org.fundtrail.infrastructure..",
                        "org.fundtrail.journal..",
                        "org.fundtrail.launcher..")
                .check(gateway);
    }

    @Test
    void a_feature_is_one_flat_package_and_the_door_knows_no_page_of_records() {
        noClasses().should().resideInAPackage("org.fundtrail.gateway.*.*..").check(gateway);
        noClasses()
                .that()
                .resideInAnyPackage("..gateway.door..", "..gateway.position..", "..gateway.page..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..gateway.allocation..",
                        "..gateway.programme..",
                        "..gateway.project..",
                        "..gateway.contract..",
                        "..gateway.commitment..",
                        "..gateway.receipt..",
                        "..gateway.approval..",
                        "..gateway.audit..")
                .check(gateway);
    }

    @Test
    void time_is_handed_in_and_nothing_inexact_is_kept_of_money() {
        noClasses().should().callMethod(Instant.class, "now").check(gateway);
        noClasses().should().callMethod(LocalDate.class, "now").check(gateway);
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("..gateway.position..", "..gateway.page..")
                .should()
                .haveRawType(double.class)
                .check(gateway);
    }
}
