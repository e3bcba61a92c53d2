package org.fundtrail.gateway.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fundtrail.common.Page;

/** A list to its end, page by page: for a choice that offers everything, and for a sum over all of it. */
public final class Whole {
    private Whole() {}

    /** @param page the page that comes after a cursor, the first after null */
    public static <T> List<T> list(Function<String, Page<T>> page) {
        var all = new ArrayList<T>();
        String after = null;
        do {
            var next = page.apply(after);
            all.addAll(next.items());
            after = next.next();
        } while (after != null);
        return all;
    }
}
