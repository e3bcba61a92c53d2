package org.fundtrail.gateway.list;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.fundtrail.common.Page;
import org.fundtrail.common.Xlsx;
import org.fundtrail.gateway.frame.FormFlow;
import org.fundtrail.gateway.frame.Owner;

/** Where records of a kind are listed, and that list is taken away as a file. */
public interface ListedPage<V, F> {

    FormFlow flow();

    /** Its filters and columns. */
    ListPage<V, F> list();

    /**
     * Asks the service for a stretch of the list.
     *
     * @param of the record to which it is narrowed, or null
     */
    Page<V> read(Owner of, F filter, String after, int limit);

    /** The record of which the address asks what belongs to it, or null. */
    default Owner of() {
        return null;
    }

    /** The list as it is asked for, with what a filter offers and where one can go from here. */
    default Asked<V, F> asked() {
        return list().asked(flow().view());
    }

    /** All of them, those of one record, or with a day what counted by then: what a figure of the position is made of. */
    @GET
    default Response page() {
        var of = of();
        return asked().of(of).page((filter, after, limit) -> read(of, filter, after, limit));
    }

    @GET
    @Path("/{room: [a-z-]+}.{type: csv|xlsx}")
    @Produces({"text/csv", Xlsx.TYPE})
    default Response file(@PathParam("type") String type) {
        var of = of();
        return list().asked(flow().view()).file(type, (filter, after, limit) -> read(of, filter, after, limit));
    }
}
