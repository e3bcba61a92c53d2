package org.fundtrail.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fundtrail.common.Kind;

/** What was forgotten about a kind of record where all of them have to be said: in the api, in the samples of tests, in the sentences. */
public final class Forgotten {
    /** Kinds that have no records of their own: they come to be with what is recorded, or are said about it. */
    private static final List<String> UNRECORDED = List.of("person", "identity", "comment", "verification", "finding");

    private static final Set<String> OTHER_ACTIONS = Set.of(
            "person.erased",
            "identity.erased",
            "comment.recorded",
            "comment.answered",
            "log-key.introduced",
            "log.epoch-begun",
            "finding.answered");

    private Forgotten() {}

    /**
     * @param kinds that the service has
     * @param listed as its api lists them
     * @param samples of the tests
     */
    public static List<String> about(Iterable<? extends RecordKind> kinds, Kind[] listed, List<Sample> samples) {
        var forgotten = new ArrayList<String>();
        var known = new TreeMap<String, List<String>>();
        var actions = new TreeSet<>(OTHER_ACTIONS);
        for (var kind : kinds) {
            if (!kind.isRecorded()) {
                kind.happenings().forEach(verb -> actions.add(kind.type() + "." + verb));
            } else if (!UNRECORDED.contains(kind.type())) {
                known.put(kind.type(), actions(kind));
                if (kind.steps().length > 0 && kind.waiting() == null) {
                    forgotten.add(kind.type() + " waits for somebody and nobody finds it");
                }
            }
        }
        inTheApi(forgotten, known, listed);
        differences(
                forgotten,
                "samples",
                known.keySet(),
                new TreeSet<>(samples.stream().map(Sample::type).toList()));
        known.forEach((type, verbs) -> verbs.forEach(verb -> actions.add(type + "." + verb)));
        for (var language : Sentences.Language.values()) {
            differences(forgotten, "sentences in " + language, actions, Sentences.actions(language));
        }
        return forgotten;
    }

    private static List<String> actions(RecordKind kind) {
        var actions =
                new ArrayList<>(Arrays.stream(kind.steps()).map(Step::past).toList());
        if (actions.isEmpty()) {
            actions.add("recorded");
        }
        if (kind.isCorrected()) {
            actions.add("corrected");
        }
        actions.addAll(kind.happenings());
        return actions;
    }

    private static void inTheApi(List<String> forgotten, Map<String, List<String>> known, Kind[] listed) {
        var said = new TreeMap<String, List<String>>();
        for (var kind : listed) {
            said.put(kind.type(), kind.about().actions());
        }
        differences(forgotten, "kinds of the api", known.keySet(), said.keySet());
        known.forEach((type, verbs) -> {
            if (said.containsKey(type) && !said.get(type).equals(verbs)) {
                forgotten.add(type + " in the api: " + said.get(type) + " and not " + verbs);
            }
        });
    }

    private static void differences(List<String> forgotten, String where, Set<String> wanted, Set<String> found) {
        wanted.stream().filter(one -> !found.contains(one)).forEach(one -> forgotten.add(one + " in " + where));
        found.stream()
                .filter(one -> !wanted.contains(one))
                .forEach(one -> forgotten.add(one + " too many in " + where));
    }
}
