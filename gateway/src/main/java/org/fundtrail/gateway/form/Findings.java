package org.fundtrail.gateway.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with what was typed, each thing at its field, or at the part of a field that makes it wrong. */
final class Findings {
    private final List<FormError> all = new ArrayList<>();
    private final Set<String> parts = new HashSet<>();

    void add(FormError error) {
        all.add(error);
    }

    /** One whose target is the part that is wrong. */
    void addPart(FormError error) {
        parts.add(error.target());
        add(error);
    }

    /** In the order in which they were found. */
    List<FormError> all() {
        return Collections.unmodifiableList(all);
    }

    /** The first thing that is wrong with a field, or null. */
    String at(String field) {
        return all.stream()
                .filter(error -> field.equals(error.field()))
                .map(FormError::message)
                .findFirst()
                .orElse(null);
    }

    /** Whether a field is wrong because of this part; because of every part where it is wrong as a whole. */
    boolean isWrongPart(String field, String part) {
        return at(field) != null
                && (parts.contains(field + "." + part)
                        || parts.stream().noneMatch(wrong -> wrong.startsWith(field + ".")));
    }
}
