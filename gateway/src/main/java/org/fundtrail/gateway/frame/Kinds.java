package org.fundtrail.gateway.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fundtrail.common.Kind;
import org.fundtrail.funding.api.kinds.FundingKind;
import org.fundtrail.gateway.services.Services;
import org.fundtrail.infrastructure.api.kinds.InfrastructureKind;

/** The kinds of record of both services, in the order in which readers meet them. */
public final class Kinds {
    /** What else entries tell of: no record comes of it. */
    private static final List<String> OTHER_ACTIONS = List.of(
            "expenditure.opened",
            "expenditure.adjusted",
            "comment.recorded",
            "comment.answered",
            "person.erased",
            "identity.erased",
            "log-key.introduced",
            "log.epoch-begun",
            "finding.answered");

    private Kinds() {}

    public static Stream<Kind> all() {
        return Stream.of(FundingKind.values(), InfrastructureKind.values()).flatMap(Stream::of);
    }

    public static Optional<Kind> of(String type) {
        return all().filter(kind -> kind.type().equals(type)).findFirst();
    }

    /** The kind whose records are read under this. */
    public static Optional<Kind> inRoom(String room) {
        return all().filter(kind -> kind.room().equals(room)).findFirst();
    }

    /** The service that keeps records of this kind, and how one looks at its list. */
    public static String service(Kind kind) {
        return kind instanceof InfrastructureKind ? Services.INFRASTRUCTURE : Services.FUNDING;
    }

    /** Everything that entries can tell of, such as {@code contract.approved}. */
    public static String[] actions() {
        return Stream.concat(
                        all().flatMap(kind ->
                                kind.about().actions().stream().map(action -> kind.type() + "." + action)),
                        OTHER_ACTIONS.stream())
                .toArray(String[]::new);
    }

    /** Where the pages of the kinds stand that belong to a place of the navigation. */
    static List<String> rooms(String place) {
        return all().filter(kind -> kind.about().place().equals(place))
                .map(kind -> "/" + kind.room())
                .toList();
    }
}
