package org.fundtrail.records;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.fundtrail.common.Columns;
import org.fundtrail.common.ListFile;
import org.fundtrail.common.Page;

/**
 * A list as a file, however long it is: read stretch by stretch, each in a transaction of its own, so that no record is kept in memory.
 * While one stretch is written the next is read.
 */
@ApplicationScoped
public class WholeList {
    /** How many records are read at a time; those of two stretches are in memory. */
    static final int STRETCH = 1000;

    private final EntityManager entities;
    private final ManagedExecutor executor;

    WholeList(EntityManager entities, ManagedExecutor executor) {
        this.entities = entities;
        this.executor = executor;
    }

    /**
     * The whole list as a file.
     *
     * @param asked with which it was asked for
     * @param name of the file, without its ending
     * @param stretch reads so many after a cursor, null for the first
     */
    public <T> Response file(
            HttpHeaders asked, String name, Columns<T> columns, BiFunction<String, Integer, Page<T>> stretch) {
        return ListFile.of(asked, name, columns.names(), new Ahead<>(after -> read(columns, stretch, after)));
    }

    /** The cells too: what is not loaded yet is loaded here. */
    private <T> Page<Object[]> read(Columns<T> columns, BiFunction<String, Integer, Page<T>> stretch, String after) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var page = columns.cells(stretch.apply(after, STRETCH));
            entities.clear(); // nothing was changed: nothing is compared at the end
            return page;
        });
    }

    /** Gives the pages in their order, and reads the next one meanwhile. */
    private final class Ahead<T> implements Function<String, Page<T>> {
        private final Function<String, Page<T>> pages;
        private CompletableFuture<Page<T>> next;

        Ahead(Function<String, Page<T>> pages) {
            this.pages = pages;
        }

        @Override
        public Page<T> apply(String after) {
            var page = after == null ? pages.apply(null) : awaited();
            next = page.next() == null ? null : executor.supplyAsync(() -> pages.apply(page.next()));
            return page;
        }

        private Page<T> awaited() {
            try {
                return next.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }
    }
}
