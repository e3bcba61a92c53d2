package org.fundtrail.benchmarks;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param key by which reasons.properties knows it
 * @param what is compared with what
 * @param ratio that was measured, or null
 * @param target it is to reach, or null where the line is only there to explain another
 * @param atLeast whether more is better
 * @param figures behind the ratio, or why there is none
 * @param flat whether what else belongs to the target held: the heap stayed flat, the answer came to its end
 */
record Row(String key, String what, Double ratio, Double target, boolean atLeast, String figures, boolean flat) {

    static Row atLeast(String key, String what, double target, double ratio, String figures) {
        return new Row(key, what, ratio, target, true, figures, true);
    }

    static Row atMost(String key, String what, double target, double ratio, String figures) {
        return new Row(key, what, ratio, target, false, figures, true);
    }

    static Row toExplain(String key, String what, double ratio, String figures) {
        return new Row(key, what, ratio, null, true, figures, true);
    }

    boolean met() {
        return ratio != null && flat && (target == null || (atLeast ? ratio >= target : ratio <= target));
    }

    String verdict() {
        return ratio == null && flat ? "not yet measured" : target == null ? "for comparison" : met() ? "met" : "missed";
    }

    String targetText() {
        return target == null ? "" : (atLeast ? "≥ " : "≤ ") + number(target);
    }

    String ratioText() {
        return ratio == null ? "" : number(ratio);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
