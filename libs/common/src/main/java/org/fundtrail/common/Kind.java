package org.fundtrail.common;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A kind of record, as everything knows it that goes over all kinds: the audit trail, the links to records, the menu. Each service's api
 * lists its own in one enum, and the service's tests hold that list against the kinds it has.
 */
public interface Kind {
    String name();

    /** What is known of it. */
    About about();

    /**
     * @param place in the navigation, under which its pages stand
     * @param hasPage whether it has a page of its own; otherwise it is read on the page of what it belongs to
     * @param hasList whether all of them are a list of their own
     * @param namedBy the filter of its list by which people look for one, such as {@code reference}; null where there is none
     * @param actions what happens to it, in the order of its life
     */
    record About(String place, boolean hasPage, boolean hasList, String namedBy, List<String> actions) {
        private static final List<String> DECIDED =
                List.of("recorded", "changed", "approved", "returned", "rejected", "withdrawn");

        /** It is usable at once. */
        public static About recorded(String place, String namedBy) {
            return new About(place, true, true, namedBy, List.of("recorded"));
        }

        /** A second person decides on it. */
        public static About decided(String place, String namedBy) {
            return new About(place, true, true, namedBy, DECIDED);
        }

        /** With other actions. */
        public About with(String... others) {
            return new About(place, hasPage, hasList, namedBy, List.of(others));
        }

        /** Whether it waits for a second person. */
        public boolean isDecidedOn() {
            return actions.stream().anyMatch(List.of("approved", "confirmed", "authorised", "ordered")::contains);
        }

        /** What was recorded wrongly is put right. */
        public About corrected() {
            return and("corrected");
        }

        /** What is in force is reversed by a second person. */
        public About reversed() {
            return and("reversal-proposed", "reversed", "reversal-refused");
        }

        /** With more actions. */
        public About and(String... more) {
            return with(Stream.concat(actions.stream(), Stream.of(more)).toArray(String[]::new));
        }

        /** Read on the page of what it belongs to. */
        public About withoutPage() {
            return new About(place, false, hasList, namedBy, actions);
        }

        /** Listed with what it belongs to alone. */
        public About withoutList() {
            return new About(place, hasPage, false, namedBy, actions);
        }
    }

    /** As entries name it: {@code works-programme}. */
    default String type() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Under which it is read by its id, in the API of its service and on its page: {@code works-programmes}. */
    default String room() {
        return type().endsWith("y") ? type().replaceFirst("y$", "ies") : type() + "s";
    }
}
