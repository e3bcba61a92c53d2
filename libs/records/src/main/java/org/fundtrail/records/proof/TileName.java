package org.fundtrail.records.proof;

/** How the files of a log are called in which foreign tools read it (C2SP tlog-tiles). */
final class TileName {
    /** So many hashes or entries are in a whole one. */
    static final int WIDTH = 256;

    private static final int THOUSAND = 1000;

    private TileName() {}

    /**
     * @param level {@code 0}, {@code 1} and so on, or {@code entries}
     * @param total how many there are of the level
     */
    static String of(String level, long n, long total) {
        var path = String.format("%03d", n % THOUSAND);
        for (long rest = n / THOUSAND; rest > 0; rest /= THOUSAND) {
            path = String.format("x%03d/", rest % THOUSAND) + path;
        }
        long width = Math.min(WIDTH, total - n * WIDTH);
        return "log/tile/" + level + "/" + path + (width < WIDTH ? ".p/" + width : "");
    }
}
