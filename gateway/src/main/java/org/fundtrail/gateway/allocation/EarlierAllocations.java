package org.fundtrail.gateway.allocation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fundtrail.common.ApprovalStatus;
import org.fundtrail.common.Refusal;
import org.fundtrail.funding.api.allocation.AllocationFilter;
import org.fundtrail.funding.api.allocation.AllocationView;
import org.fundtrail.gateway.form.Option;
import org.fundtrail.gateway.services.Services;

/** What earlier allocations say, so that nobody types it again. Without an answer nothing is known, and the form works on. */
final class EarlierAllocations {
    private static final int MANY = 100;
    private static final int FEW = 10;
    /** What came to nothing tells nothing. */
    private static final Set<ApprovalStatus> VOID = Set.of(ApprovalStatus.REJECTED, ApprovalStatus.WITHDRAWN);

    private final AllocationClient allocations;
    private List<AllocationView> latest;

    EarlierAllocations(AllocationClient allocations) {
        this.allocations = allocations;
    }

    /** The one that was recorded last under a programme. */
    Optional<AllocationView> lastOf(String programme) {
        var filter = new AllocationFilter();
        filter.programme = programme;
        return read(filter, FEW).filter(one -> !VOID.contains(one.status())).findFirst();
    }

    /** Who gave or received before, the latest first. */
    List<Option> parties(Function<AllocationView, String> party) {
        if (latest == null) {
            latest = read(new AllocationFilter(), MANY).toList();
        }
        return Option.said(latest, party, party);
    }

    /** The latest first. */
    private Stream<AllocationView> read(AllocationFilter filter, int limit) {
        filter.sort = "-recordedAt";
        try {
            return Services.funding(() -> allocations.list(filter, null, limit)).items().stream();
        } catch (Refusal unavailable) {
            return Stream.of();
        }
    }
}
