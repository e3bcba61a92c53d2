package org.fundtrail.verifier;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.fundtrail.journal.CanonicalJson;

/** A report for a person and for a program. */
final class Printed {
    private static final int MOST = 50;

    private final Report report;
    private final Words words;

    Printed(Report report, Words words) {
        this.report = report;
        this.words = words;
    }

    void to(PrintStream out, String of) {
        out.println(words.say("head", Map.of("of", of)));
        for (var remark : report.remarks()) {
            out.println("  " + words.say("remark." + remark.about(), remark.said()));
        }
        if (!report.checked().isEmpty()) {
            out.println(words.say("checked", Map.of()));
            report.checked().forEach((what, n) -> out.println("  " + checked(what, n)));
        }
        if (!report.notProved().isEmpty()) {
            out.println(words.say("not-proved", Map.of()));
            report.notProved().forEach((what, why) -> out.println("  " + what + ": " + Texts.shortened(why)));
        }
        if (report.isClean()) {
            proved(out);
            return;
        }
        out.println(words.say("result.wrong", Map.of("n", String.valueOf(report.found()))));
        int n = 0;
        for (var finding : report.findings()) {
            if (++n > MOST) {
                out.println(words.say(
                        "more",
                        Map.of("n", String.valueOf(report.found() - MOST), "most", String.valueOf(Report.MOST))));
                return;
            }
            out.println("  " + n + ". " + words.say(finding));
        }
    }

    /** What is proved: of an export so many entries of each service, and what is there besides. */
    private void proved(PrintStream out) {
        if (report.reached().isEmpty()) {
            out.println(words.say("result.proved", Map.of()));
            return;
        }
        var services = report.reached().stream()
                .map(one ->
                        words.say("result.service", Map.of("service", one.service(), "n", String.valueOf(one.size()))))
                .collect(Collectors.joining(", "));
        out.println(words.say("result.proved-of", Map.of("services", services)));
        for (var one : report.reached()) {
            if (one.pending() > 0) {
                out.println(words.say(
                        "result.pending", Map.of("service", one.service(), "n", String.valueOf(one.pending()))));
            }
        }
    }

    private String checked(String what, long n) {
        return words.say("checked." + what, Map.of("n", String.valueOf(n)));
    }

    byte[] json() {
        var said = new LinkedHashMap<String, Object>();
        said.put("format", "fundtrail-verification/1");
        said.put("result", report.isClean() ? "proved" : "wrong");
        said.put(
                "reached",
                report.reached().stream()
                        .map(one -> Map.of("service", one.service(), "size", one.size(), "pending", one.pending()))
                        .toList());
        said.put("checked", report.checked());
        said.put(
                "remarks",
                report.remarks().stream()
                        .map(remark -> with(
                                Map.of(
                                        "about",
                                        remark.about(),
                                        "sentence",
                                        words.say("remark." + remark.about(), remark.said())),
                                remark.said()))
                        .toList());
        said.put("notProved", report.notProved());
        said.put("found", report.found());
        said.put("listedAtMost", Report.MOST);
        said.put(
                "findings",
                report.findings().stream()
                        .map(finding -> with(
                                Map.of(
                                        "problem",
                                        Words.key(finding.problem()).substring("problem.".length()),
                                        "sentence",
                                        words.say(finding)),
                                finding.said()))
                        .toList());
        return CanonicalJson.bytes(said);
    }

    private static Map<String, Object> with(Map<String, String> first, Map<String, String> said) {
        var all = new LinkedHashMap<String, Object>(said);
        all.putAll(first);
        return all;
    }
}
