package org.fundtrail.journal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fundtrail.common.Money;
import org.fundtrail.common.Subject;

/** One accepted change, before it is written: who did what to which record, why, as of when, and which money moved. */
public final class Change {

    /** A field of a record before and after. Values are text, booleans, small whole numbers, lists and maps of them, or null. */
    public record Field(String field, Object before, Object after) {}

    /** Money that moves from the debited to the credited account. */
    public record Transfer(Account debit, Account credit, Money amount) {}

    /** An entry by its place in the record and its id. */
    public record Place(long position, UUID id) {}

    final Writer by;
    final String role;
    final String action;
    final Subject subject;
    final Documented record;
    private final Map<String, Object> before;
    Subject parent;
    String institution;
    String reason;
    LocalDate stated;
    /** From when it counts: the stated day, or later where what it draws on came later. */
    LocalDate effective;

    Map<String, Object> step;
    Place reverses;
    Map<String, Object> about = Map.of();
    Map<String, Object> after = Map.of();
    final List<Field> fields = new ArrayList<>();
    final List<Transfer> transfers = new ArrayList<>();

    private Change(
            Writer by, String role, String action, Subject subject, Documented record, Map<String, Object> before) {
        this.by = by;
        this.role = role;
        this.action = action;
        this.subject = subject;
        this.record = record;
        this.before = before;
        this.institution = by.institution();
    }

    /** A new record, of a kind that has no steps. */
    public static Change recorded(Documented record, String role, Writer by) {
        return of(record, role, record.subject().type() + ".recorded", by, Map.of());
    }

    /**
     * A change of a record; what differs is found when it is written.
     *
     * @param role the one of the caller's roles that allows it
     * @param action the stable name of the deed, such as {@code allocation.approved}
     * @param before the facts of the record before the change; none for a new one
     */
    public static Change of(Documented record, String role, String action, Writer by, Map<String, Object> before) {
        return new Change(by, role, action, record.subject(), record, before);
    }

    /** Something that is done to no record of an institution, such as an erasure. */
    public static Change of(Subject subject, String role, String action, Writer by) {
        return new Change(by, role, action, subject, null, Map.of());
    }

    /** The step of the record that is taken with it. */
    public Change taking(Map<String, Object> step) {
        this.step = step;
        return this;
    }

    /** The entry that it undoes, from today on. */
    public Change reversing(Place entry) {
        this.reverses = entry;
        return on(by.today());
    }

    public Change because(String reason) {
        this.reason = reason;
        return this;
    }

    /** Whose record it is, where somebody of another institution acts on it: an auditor who asks. */
    public Change ofInstitution(String institution) {
        this.institution = institution;
        return this;
    }

    /** The day it is said to have happened, which may lie long before the day it is recorded. */
    public Change on(LocalDate day) {
        this.stated = day;
        return this;
    }

    /** Moves an amount above zero from one account to another. */
    public Change moving(Money amount, Account from, Account to) {
        transfers.add(new Transfer(from, to, amount));
        return this;
    }

    /** Moves an amount from one account to another; below zero the other way, and zero moves nothing. */
    public Change movingEitherWay(Money amount, Account from, Account to) {
        var nothing = new Money(BigDecimal.ZERO, amount.currency());
        int sign = amount.compareTo(nothing);
        return sign == 0 ? this : sign > 0 ? moving(amount, from, to) : moving(nothing.minus(amount), to, from);
    }

    /** Finds what differs now that everything is done. */
    void settle() {
        stated = stated == null ? by.today() : stated;
        effective = stated;
        if (record == null) {
            return;
        }
        parent = record.parent();
        about = record.about();
        after = record.facts();
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                fields.add(new Field(name, before.get(name), after.get(name)));
            }
        }
    }
}
