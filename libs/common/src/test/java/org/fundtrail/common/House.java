package org.fundtrail.common;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/** How every room of the house is built; each service's ArchitectureTest asks for its own. */
public final class House {
    private static final String ROOT = "org.fundtrail.";

    private House() {}

    /**
     * Fails unless a module that keeps or shows books keeps to the direction of dependencies, to flat features without cycles and to plain
     * names, asks one clock only, and has no inexact number.
     *
     * @param module its package below org.fundtrail
     * @param strangers packages of other services, which it reaches over HTTP only
     */
    public static void inOrder(String module, String... strangers) {
        var classes = of(module, ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
        built(module, classes, strangers);
        for (var clock : List.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class)) {
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(ROOT + "common.Time")
                    .should()
                    .callMethod(clock, "now")
                    .check(classes);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(classes);
        for (var inexact : List.of(double.class, float.class, Double.class, Float.class)) {
            noFields().should().haveRawType(inexact).check(classes);
        }
    }

    /** The same of a tool, whose moments and measures enter no book. */
    public static void toolInOrder(String module, String... strangers) {
        built(module, of(module, location -> !location.contains("ArchitectureTest")), strangers);
    }

    private static JavaClasses of(String module, ImportOption which) {
        var root = ROOT + module;
        return new ClassFileImporter()
                .withImportOption(which)
                .importPackages(root)
                .that(are(DescribedPredicate.describe(
                        "of this module",
                        (JavaClass c) ->
                                root.endsWith(".api") || !c.getPackageName().startsWith(root + ".api."))));
    }

    private static void built(String module, JavaClasses classes, String... strangers) {
        var root = ROOT + module;
        noClasses().should().dependOnClassesThat().resideInAnyPackage(strangers).check(classes);
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..dao..", "..dto..", "..model..", "..service..", "..impl..", "..util..", "..mapper..")
                .check(classes);
        noClasses()
                .that(are(DescribedPredicate.describe(
                        "generated here", (JavaClass c) -> !c.getName().contains("_"))))
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO|Mapper)")
                .check(classes);
        slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
        assertEquals(
                List.of(),
                classes.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(name -> name.substring(root.length())
                                        .chars()
                                        .filter(c -> c == '.')
                                        .count()
                                > 1)
                        .toList(),
                "a feature is one flat package");
    }

    /** Classes below this package in none of the known ones. */
    public static DescribedPredicate<JavaClass> outside(String root, List<String> known) {
        return DescribedPredicate.describe(
                "are in " + root + " and in none of " + known,
                c -> c.getPackageName().startsWith(root + ".") && !known.contains(c.getPackageName()));
    }
}
