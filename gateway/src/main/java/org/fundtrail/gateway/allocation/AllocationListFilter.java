package org.fundtrail.gateway.allocation;

import java.util.Objects;
import org.fundtrail.common.Page;
import org.fundtrail.funding.api.allocation.AllocationFilter;
import org.fundtrail.gateway.list.Days;

/** The filters of the list, as they stand in its address. */
public record AllocationListFilter(
        String status,
        String programme,
        String fund,
        String q,
        String from,
        String to,
        String asOf,
        String sort,
        String after) {

    public AllocationListFilter {
        status = blankToNull(status);
        programme = blankToNull(programme);
        fund = blankToNull(fund);
        q = blankToNull(q);
        from = blankToNull(from);
        to = blankToNull(to);
        asOf = blankToNull(asOf);
        sort = blankToNull(sort);
        after = blankToNull(after);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    public boolean isSet() {
        return status != null
                || programme != null
                || fund != null
                || q != null
                || from != null
                || to != null
                || asOf != null;
    }

    /** The same filters, reading on. */
    AllocationListFilter from(Page<?> page) {
        return new AllocationListFilter(status, programme, fund, q, from, to, asOf, sort, page.next());
    }

    Days days() {
        return new Days(from, to);
    }

    AllocationFilter asked() {
        var asked = new AllocationFilter();
        asked.status = status;
        asked.programme = programme;
        asked.fund = fund;
        asked.q = q;
        asked.from = Objects.toString(days().fromDay(), null);
        asked.to = Objects.toString(days().toDay(), null);
        asked.asOf = asOf;
        asked.sort = sort;
        return asked;
    }
}
