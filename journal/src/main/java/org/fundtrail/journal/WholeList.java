package org.fundtrail.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.fundtrail.common.Csv;
import org.fundtrail.common.Page;

/** A list as a file, however long it is: read stretch by stretch, each in a transaction of its own, so that no record is kept in memory. */
@ApplicationScoped
public class WholeList {
    /** How many records are in memory at a time. */
    static final int STRETCH = 2000;

    private final EntityManager entities;

    WholeList(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A file of CSV.
     *
     * @param name of the file, without its ending
     * @param head the names of the columns
     * @param stretch reads so many after a cursor, null for the first
     * @param row the cells of an item
     */
    public <T> Response csv(
            String name,
            List<String> head,
            BiFunction<String, Integer, Page<T>> stretch,
            Function<T, List<String>> row) {
        return Csv.stream(
                name,
                head,
                after -> QuarkusTransaction.requiringNew().call(() -> {
                    var page = stretch.apply(after, STRETCH);
                    entities.clear(); // nothing was changed: nothing is compared at the end
                    return page;
                }),
                row);
    }
}
