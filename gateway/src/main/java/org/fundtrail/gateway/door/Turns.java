package org.fundtrail.gateway.door;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets so many callers at once ask a service, and of one person no more than a part of them; the others wait in their order. Whoever goes
 * away while waiting gives up the place at once, so that nobody waits behind callers who are gone, or behind one who sends too much.
 */
final class Turns {
    private final int atOnce;
    private final int ofOnePerson;
    private final int mostWaiting;
    private final int mostWaitingOfOnePerson;
    private final Set<Turn> waiting = new LinkedHashSet<>();
    private final Map<Person, Integer> asking = new HashMap<>();
    private int all;

    private static final class Turn {
        final Context context = Vertx.currentContext();
        final Person person;
        final Supplier<Future<Void>> go;

        Turn(Person person, Supplier<Future<Void>> go) {
            this.person = person;
            this.go = go;
        }
    }

    Turns(int atOnce, int ofOnePerson, int mostWaiting, int mostWaitingOfOnePerson) {
        this.atOnce = atOnce;
        this.ofOnePerson = ofOnePerson;
        this.mostWaiting = mostWaiting;
        this.mostWaitingOfOnePerson = mostWaitingOfOnePerson;
    }

    /**
     * Asks once it is the caller's turn, which lasts for as long as the service has to do with it.
     *
     * @return false if too many wait already, or too many of this person
     */
    boolean take(RoutingContext at, Person person, Supplier<Future<Void>> go) {
        var turn = new Turn(person, go);
        at.addEndHandler(end -> leave(turn));
        if (at.response().closed()) {
            return true; // nobody waits for it any more
        }
        synchronized (this) {
            if (!isFree(turn)) {
                return mayWait(turn) && waiting.add(turn);
            }
            begin(turn);
        }
        run(turn);
        return true;
    }

    private void run(Turn turn) {
        Future<Void> asked;
        try {
            asked = turn.go.get();
        } catch (RuntimeException e) {
            over(turn); // or the place would be taken for ever
            throw e;
        }
        asked.onComplete(done -> over(turn));
    }

    private synchronized void leave(Turn turn) {
        waiting.remove(turn);
    }

    private boolean isFree(Turn turn) {
        return all < atOnce && asking.getOrDefault(turn.person, 0) < ofOnePerson;
    }

    private boolean mayWait(Turn turn) {
        return waiting.size() < mostWaiting
                && waiting.stream()
                                .filter(other -> other.person.equals(turn.person))
                                .count()
                        < mostWaitingOfOnePerson;
    }

    private void begin(Turn turn) {
        all++;
        asking.merge(turn.person, 1, Integer::sum);
    }

    private void over(Turn turn) {
        Turn next;
        synchronized (this) {
            all--;
            asking.computeIfPresent(turn.person, (person, n) -> n == 1 ? null : n - 1);
            next = waiting.stream().filter(this::isFree).findFirst().orElse(null);
            if (next == null) {
                return;
            }
            waiting.remove(next);
            begin(next);
        }
        next.context.runOnContext(now -> run(next));
    }
}
