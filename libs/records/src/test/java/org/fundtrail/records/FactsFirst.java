package org.fundtrail.records;

import java.util.Comparator;
import java.util.Set;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Tests by their names, but first those that hold every row of the database against its entries: others fill tables with rows of which no
 * entry says anything, for there to be many.
 */
public final class FactsFirst implements ClassOrderer {
    private static final Set<String> FIRST = Set.of("FactsTest", "VerificationsTest");

    @Override
    public void orderClasses(ClassOrdererContext tests) {
        tests.getClassDescriptors()
                .sort(Comparator.comparing((ClassDescriptor test) ->
                                !FIRST.contains(test.getTestClass().getSimpleName()))
                        .thenComparing(test -> test.getTestClass().getName()));
    }
}
