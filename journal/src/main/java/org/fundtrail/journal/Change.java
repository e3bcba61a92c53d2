package org.fundtrail.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fundtrail.common.Money;

/** One accepted change, before it is written: who did what to which record, why, as of when, and which money moved. */
public final class Change {

    /** A field of a record before and after. Values are text, booleans, small whole numbers, lists and maps of them, or null. */
    public record Field(String field, Object before, Object after) {}

    /** Money that moves from the debited to the credited account. */
    public record Transfer(Account debit, Account credit, Money amount) {}

    final Caller by;
    final String role;
    final String action;
    final String sentence;
    final Subject subject;
    Subject parent;
    String institution;
    String reason;
    LocalDate effective;
    final List<Field> fields = new ArrayList<>();
    final List<Transfer> transfers = new ArrayList<>();

    private Change(Caller by, String role, String action, String sentence, Subject subject) {
        this.by = by;
        this.role = role;
        this.action = action;
        this.sentence = sentence;
        this.subject = subject;
        this.institution = by.institution();
    }

    /**
     * @param by who does it
     * @param role the one of their roles that allows it
     * @param action the stable name of the deed, such as {@code allocation.approved}
     * @param subject the record it is done to
     * @param sentence what was done, for a reader; no person's name, since names can be erased and sentences cannot
     */
    public static Change of(Caller by, String role, String action, Subject subject, String sentence) {
        return new Change(by, role, action, sentence, subject);
    }

    /** The record that the subject belongs to: its history shows this entry too. */
    public Change within(Subject parent) {
        this.parent = parent;
        return this;
    }

    /** Whose record it is, where that is not the caller's own institution. */
    public Change owned(String institution) {
        this.institution = institution;
        return this;
    }

    public Change because(String reason) {
        this.reason = reason;
        return this;
    }

    /** The day it happened, which may lie long before the day it is recorded. */
    public Change effective(LocalDate day) {
        this.effective = day;
        return this;
    }

    /** Notes every field that differs; before is empty for a new record. */
    public Change changed(Map<String, Object> before, Map<String, Object> after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                fields.add(new Field(name, before.get(name), after.get(name)));
            }
        }
        return this;
    }

    /** Moves an amount above zero from one account to another. */
    public Change moving(Money amount, Account from, Account to) {
        transfers.add(new Transfer(from, to, amount));
        return this;
    }
}
