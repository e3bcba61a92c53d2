package org.fundtrail.gateway.frame;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** What both services say beside what a page is about: they are asked at once, and one that does not answer says nothing. */
final class Both {
    private Both() {}

    static <T> Stream<T> of(Uni<List<T>> funding, Uni<List<T>> infrastructure) {
        return asked(funding, infrastructure).await().indefinitely().stream();
    }

    /** The same without waiting for it. */
    static <T> Uni<List<T>> asked(Uni<List<T>> funding, Uni<List<T>> infrastructure) {
        return Uni.combine()
                .all()
                .unis(
                        funding.onFailure().recoverWithItem(List.of()),
                        infrastructure.onFailure().recoverWithItem(List.of()))
                .with((one, other) ->
                        Stream.concat(one.stream(), other.stream()).toList());
    }
}
