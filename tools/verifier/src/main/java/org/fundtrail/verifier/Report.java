package org.fundtrail.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was checked and what was found, in the order in which it was found. */
public final class Report {
    /** So many are kept; the others are counted. */
    public static final int MOST = 10_000;

    /** Something that is wrong, with where it is. */
    public record Finding(Problem problem, Map<String, String> said) {}

    /** Something that the reader has to know besides. */
    public record Remark(String about, Map<String, String> said) {}

    /**
     * How far the record of a service was checked.
     *
     * @param size so many entries its newest checkpoint covers
     * @param pending so many stand behind that, which are not signed for
     */
    public record Reach(String service, long size, long pending) {}

    private final List<Reach> reached = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Long> checked = new LinkedHashMap<>();
    private final Map<String, String> notProved = new TreeMap<>();
    private long found;

    /** @param said where and what, as name, value, name, value */
    void found(Problem problem, Object... said) {
        found(problem, Unreadable.said(said));
    }

    void found(Problem problem, Map<String, String> said) {
        found++;
        if (findings.size() < MOST) {
            var shortened = new TreeMap<String, String>();
            said.forEach((name, value) -> shortened.put(name, Texts.shortened(value)));
            findings.add(new Finding(problem, shortened));
        }
    }

    /** What could not be read, with where it stands. */
    void found(Unreadable unreadable, Object... where) {
        var said = Unreadable.said(where);
        unreadable.said().forEach(said::putIfAbsent);
        found(unreadable.problem(), said);
    }

    void remark(String about, Object... said) {
        remarks.add(new Remark(about, Unreadable.said(said)));
    }

    void reached(String service, long size, long pending) {
        reached.add(new Reach(service, size, pending));
    }

    /** Of an export: which services were checked, and how far. */
    public List<Reach> reached() {
        return reached;
    }

    void checked(String what, long howMany) {
        checked.merge(what, howMany, Long::sum);
    }

    /** What nothing proves, with the reason. */
    void notProved(String what, String why) {
        notProved.put(what, why);
    }

    public Map<String, String> notProved() {
        return notProved;
    }

    public boolean isClean() {
        return found == 0;
    }

    public long found() {
        return found;
    }

    public List<Finding> findings() {
        return findings;
    }

    public List<Remark> remarks() {
        return remarks;
    }

    public Map<String, Long> checked() {
        return checked;
    }
}
