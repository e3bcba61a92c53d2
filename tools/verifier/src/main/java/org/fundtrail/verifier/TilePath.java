package org.fundtrail.verifier;

/** Where a tile stands in the folder of a log (C2SP tlog-tiles): {@code tile/0/x001/234} or, of a width below 256, {@code tile/0/x001/234.p/7}. */
final class TilePath {
    static final int WIDTH = 256;
    static final String ENTRIES = "entries";

    private TilePath() {}

    static String of(int level, long n, int width) {
        return of(String.valueOf(level), n, width);
    }

    static String of(String level, long n, int width) {
        var path = new StringBuilder(String.format("%03d", n % 1000));
        for (long rest = n / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format("x%03d/", rest % 1000));
        }
        return "tile/" + level + "/" + path + (width == WIDTH ? "" : ".p/" + width);
    }
}
