package org.fundtrail.records;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Tests by their names, but first the one that holds every row of the database against its entries: others fill tables with rows of which no
 * entry says anything, for there to be many.
 */
public final class FactsFirst implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext tests) {
        tests.getClassDescriptors()
                .sort(Comparator.comparing((ClassDescriptor test) ->
                                !test.getTestClass().getSimpleName().equals("FactsTest"))
                        .thenComparing(test -> test.getTestClass().getName()));
    }
}
