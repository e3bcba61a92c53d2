package org.fundtrail.gateway.frame;

import java.util.Map;

/** The few drawings of the pages; all of them are decoration, the words beside them say the same. */
final class Icon {
    private static final String HIDDEN = " aria-hidden=\"true\" focusable=\"false\">";
    private static final Map<String, String> ALL = Map.of(
            "logo",
            "<svg viewBox=\"0 0 44 44\"" + HIDDEN + "<rect width=\"44\" height=\"44\" rx=\"7\" fill=\"#0a1f5c\"/>"
                    + "<rect x=\"10\" y=\"11\" width=\"14\" height=\"3.6\" fill=\"#fff\"/><rect x=\"10\" y=\"20.2\" width=\"14\" height=\"3.6\" fill=\"#fff\"/>"
                    + "<rect x=\"10\" y=\"29.4\" width=\"14\" height=\"3.6\" fill=\"#fff\"/><rect x=\"29\" y=\"8\" width=\"4.2\" height=\"28\" fill=\"#ffcc00\"/></svg>",
            "download",
            line("ft-ico", "2", "M9 2v9M5 7.5 9 11.5l4-4M2.5 15.5h13"),
            "print",
            line("ft-ico", "2", "M5 6V2.5h8V6M5 13H2.5V6h13v7H13M5 10.5h8v5H5z"),
            "shield",
            line(
                    "",
                    "1.6",
                    "M9 1.8 15 4.100v4.500c0 3.800-2.550 6.450-6 7.500-3.450-1.050-6-3.700-6-7.500V4.100zM6 9l2.250 2.250 4.100-4.500"),
            "tick",
            line("", "2.4", "M3.5 9.5 7.5 13.5 14.5 5"),
            "change",
            line("", "1.8", "m3 15 .8-3.6L12 3.200l2.8 2.8-8.2 8.2z"),
            "cross",
            line("", "2.2", "m5 5 8 8M13 5l-8 8"),
            "warn",
            line("", "1.9", "M9 2.5 16.5 15.5h-15zM9 7.5v3.5M9 12.7v1.2"),
            "new",
            line("", "2", "M9 3v12M3 9h12"),
            "back",
            line("", "2", "M7.500 4 3 8.500 7.500 13M3 8.500h8a4 4 0 0 1 0 8h-2"));

    private Icon() {}

    static String svg(String name) {
        return ALL.getOrDefault(name, ALL.get("new"));
    }

    private static String line(String css, String width, String path) {
        return "<svg class=\"" + css + "\" viewBox=\"0 0 18 18\" fill=\"none\" stroke=\"currentColor\" stroke-width=\""
                + width + "\"" + HIDDEN + "<path d=\"" + path + "\"/></svg>";
    }
}
