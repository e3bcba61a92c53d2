package org.fundtrail.records;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.JournalRule;
import org.fundtrail.journal.Writer;

/**
 * What was recorded wrongly is put right, with a reason: the entry says each field before and after. A use case begins one on the record
 * that it has locked, lets the record say what it should have said, and writes the change that this answers.
 */
public final class Correction {
    private final Recorded record;
    private final Map<String, Object> before;

    private Correction(Recorded record) {
        this.record = record;
        before = record.facts();
    }

    /** Begins one: what the record says now is what it said before. */
    public static Correction of(Recorded record) {
        return new Correction(record);
    }

    /** Refuses every field that says something else now and is none of these: other records count on it. */
    public Correction within(Collection<String> free) {
        var used = changed().stream().filter(field -> !free.contains(field)).toList();
        if (!used.isEmpty()) {
            throw new Refusal(used.stream()
                    .map(field -> Refusal.Finding.of(
                            JournalRule.FIELD_IN_USE,
                            field,
                            "reference",
                            record.subject().reference()))
                    .toList());
        }
        return this;
    }

    /**
     * The change that the journal is to write.
     *
     * @throws Refusal not-allowed, nothing-corrected
     */
    public Change change(String role, String reason, Writer by) {
        if (!by.caller().is(role)) {
            throw Refusal.of(InputRule.NOT_ALLOWED);
        }
        if (changed().isEmpty()) {
            throw Refusal.of(JournalRule.NOTHING_CORRECTED);
        }
        return Change.of(record, role, record.subject().type() + ".corrected", by, before)
                .because(reason);
    }

    /** The fields that say something else now. */
    private Set<String> changed() {
        var after = record.facts();
        var changed = new LinkedHashSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(field -> Objects.equals(before.get(field), after.get(field)));
        return changed;
    }
}
