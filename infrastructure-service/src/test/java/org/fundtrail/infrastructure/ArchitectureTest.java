package org.fundtrail.infrastructure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms stay as they are drawn: flat features that know each other in one direction, and no other service. */
@AnalyzeClasses(packages = "org.fundtrail.infrastructure", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule a_feature_is_one_flat_package =
            noClasses().should().resideInAPackage("org.fundtrail.infrastructure.*.*..");

    @ArchTest
    static final ArchRule a_package_is_named_by_a_noun_of_the_ministry = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..impl..", "..dto..", "..dao..", "..model..", "..service..", "..mapper..");

    @ArchTest
    static final ArchRule a_class_is_named_by_what_it_is =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO|Mapper)$");

    @ArchTest
    static final ArchRule another_service_is_never_imported = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.fundtrail.funding..", "org.fundtrail.gateway..", "org.fundtrail.launcher..");

    @ArchTest
    static final ArchRule features_know_each_other_in_one_direction =
            slices().matching("org.fundtrail.infrastructure.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_can_be_done_over_http_is_said_in_a_resource =
            classes().that().areAnnotatedWith(jakarta.ws.rs.Path.class).should().haveSimpleNameEndingWith("Api");
}
