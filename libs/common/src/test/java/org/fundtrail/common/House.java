package org.fundtrail.common;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.ArchConfiguration;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** How every room of the house is built; each service's ArchitectureTest asks for its own. */
public final class House {
    private static final String ROOT = "org.fundtrail.";
    private static final int CLOSE = 250; // of 1000

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

    /** What a rule says of other classes it says by their names, so they are not looked for. */
    private static JavaClasses of(String module, ImportOption which) {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
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
                List.of(), towardsLessStable(root, classes), "what is built on knows no more than what builds on it");
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

    /**
     * Dependencies of a package on one that is clearly less stable than itself. A package is the more stable the more others build on it and the
     * fewer it builds on (Martin's instability, efferent by all couplings): so what features are built from never knows a feature, whatever
     * either is called. Two that are about as stable, as two features are, may know each other one way; and so may what one belongs to that
     * knows nothing else than oneself does, however much is built on oneself by now.
     */
    private static List<String> towardsLessStable(String root, JavaClasses classes) {
        var builtOn = new TreeMap<String, Set<String>>();
        var builds = new TreeMap<String, Set<String>>();
        for (var type : classes) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var from = feature(root, type);
                var to = feature(root, dependency.getTargetClass());
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
                    builtOn.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
                    builds.computeIfAbsent(to, name -> new TreeSet<>()).add(from);
                }
            }
        }
        ToIntFunction<String> stability = name -> {
            int out = builtOn.getOrDefault(name, Set.of()).size();
            return 1000
                    * builds.getOrDefault(name, Set.of()).size()
                    / Math.max(1, out + builds.getOrDefault(name, Set.of()).size());
        };
        return builtOn.entrySet().stream()
                .flatMap(from -> from.getValue().stream()
                        .filter(to -> stability.applyAsInt(to) < stability.applyAsInt(from.getKey()) - CLOSE)
                        .filter(to -> !from.getValue().containsAll(builtOn.getOrDefault(to, Set.of())))
                        .map(to -> from.getKey() + " -> " + to))
                .toList();
    }

    /** Of which feature of the module a class is; of none, where it is another module's, as what travels is. */
    private static String feature(String root, JavaClass type) {
        return type.getPackageName().startsWith(root + ".")
                        && !type.getPackageName().startsWith(root + ".api.")
                ? type.getPackageName().substring(root.length() + 1)
                : "";
    }
}
