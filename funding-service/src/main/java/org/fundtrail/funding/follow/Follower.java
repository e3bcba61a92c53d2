package org.fundtrail.funding.follow;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.fundtrail.common.Page;
import org.fundtrail.infrastructure.api.expenditure.ExpenditureView;
import org.fundtrail.records.SystemWork;
import org.jboss.logging.Logger;

/**
 * Follows the record of infrastructure-service, entry by entry: where one is about an invoice or direct cost that claims know, that is read
 * anew, and what changed of it is taken in. What is read is read before a transaction, which takes it in and moves the place together: so
 * nothing is lost or done twice, whatever is killed when, and however many instances follow.
 */
@ApplicationScoped
class Follower {
    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final String CLIENT = "follower";
    /** So many stretches in a row, before it looks again whether it still should. */
    private static final int ROUNDS = 50;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Longer than any transaction takes: what was recorded within it may have become visible only now. */
    private static final Duration UNSEEN = Duration.ofMinutes(2);

    private final FollowedService service;
    private final ServiceToken token;
    private final Place place;
    private final SystemWork works;
    private final FollowedItems items;
    private final Progress progress;
    /** What was read again already, of what is still recent. */
    private final Set<UUID> lookedAt = new HashSet<>();

    private Duration pause = Duration.ZERO;
    private long notBefore = System.nanoTime();

    Follower(
            @RestClient FollowedService service,
            ServiceToken token,
            Place place,
            SystemWork works,
            FollowedItems items,
            @Readiness Progress progress) {
        this.service = service;
        this.token = token;
        this.place = place;
        this.works = works;
        this.items = items;
        this.progress = progress;
    }

    /** Follows to the end of what there is; where that does not succeed, again after a pause that grows. */
    @Scheduled(every = "${fundtrail.follow-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void follow() {
        if (System.nanoTime() - notBefore < 0) {
            return;
        }
        try {
            for (int round = 0; round < ROUNDS && goOn(); round++) {
                // there is more
            }
            if (!pause.isZero()) {
                LOG.info("infrastructure-service is followed again");
            }
            pause = Duration.ZERO;
        } catch (RuntimeException e) {
            later(e);
        }
    }

    private void later(RuntimeException e) {
        if (pause.isZero()) {
            LOG.warnf("infrastructure-service is not followed until it answers as it should: %s", e);
        } else {
            LOG.debug("infrastructure-service is not followed yet", e);
        }
        var longer = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        notBefore = System.nanoTime() + pause.toNanos();
    }

    /** Takes in one stretch; false at the end, and where another instance is ahead. */
    private boolean goOn() {
        var at = place.read();
        try {
            lookAgain(at);
            var page = service.entries(token.authorization(), at.position(), "asc", Page.LARGEST);
            mustFollow(at.position(), page.items());
            take(at.position(), page.items());
            progress.reached(at.position() + page.items().size(), page.next() == null ? null : this::head);
            return page.next() != null;
        } catch (Place.Overtaken e) {
            LOG.debug("Another instance follows", e);
            return false;
        }
    }

    /** The position of the last entry that there is. */
    private long head() {
        return service.entries(token.authorization(), null, "desc", 1)
                .items()
                .get(0)
                .position();
    }

    /** Positions have no gap, so an entry that is left out is noticed before it is passed. */
    private static void mustFollow(long at, List<FollowedEntry> entries) {
        for (int n = 0; n < entries.size(); n++) {
            if (entries.get(n).position() != at + 1 + n) {
                throw new IllegalStateException(
                        "Position " + entries.get(n).position() + " does not follow " + (at + n));
            }
        }
    }

    private void take(long from, List<FollowedEntry> entries) {
        var known = items.known(entries.stream()
                .map(FollowedEntry::item)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var now = read(known);
        long at = from;
        for (var entry : entries) {
            if (entry.item() != null && known.contains(entry.item())) {
                take(at, entry, now.get(entry.item()));
                at = entry.position();
            }
        }
        if (from + entries.size() > at) { // nothing follows from the rest
            place.move(at, from + entries.size());
        }
    }

    private void take(long at, FollowedEntry entry, ExpenditureView now) {
        var isNew = works.once(CLIENT, entry.institution(), String.valueOf(entry.position()), by -> {
            place.move(at, entry.position());
            items.settle(now, by);
        });
        if (!isNew) {
            place.move(at, entry.position());
        }
    }

    /**
     * Reads again, once, what the books came to know since the place moved last: it may have changed after whoever named it had read it, in
     * an entry that was passed over because it was not known yet.
     */
    private void lookAgain(Place.At at) {
        var recent = items.recordedSince(at.movedAt().minus(UNSEEN));
        lookedAt.retainAll(recent.keySet());
        recent.keySet().removeAll(lookedAt);
        var now = read(recent.keySet());
        recent.forEach((item, institution) ->
                works.once(CLIENT, institution, "first/" + item, by -> items.settle(now.get(item), by)));
        lookedAt.addAll(recent.keySet());
    }

    /** So many at once as can be asked for. */
    private Map<UUID, ExpenditureView> read(Collection<UUID> ids) {
        var asked = List.copyOf(ids);
        var found = new HashMap<UUID, ExpenditureView>();
        for (int n = 0; n < asked.size(); n += Page.LARGEST) {
            var some = asked.subList(n, Math.min(asked.size(), n + Page.LARGEST));
            service.expenditure(token.authorization(), some).items().forEach(item -> found.put(item.id(), item));
        }
        if (!found.keySet().containsAll(asked)) {
            throw new IllegalStateException("Of " + asked + " only " + found.keySet() + " are there");
        }
        return found;
    }
}
