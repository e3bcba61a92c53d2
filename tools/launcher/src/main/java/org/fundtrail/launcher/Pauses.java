package org.fundtrail.launcher;

import java.time.Duration;

/** How long to wait before something is started again: twice as long each time, up to a limit, and from the beginning once it
 * ran for longer than that. */
final class Pauses {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    Pauses(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    Duration after(Duration ran) {
        Duration pause = ran.compareTo(longest) >= 0 ? first : next;
        Duration twice = pause.multipliedBy(2);
        next = twice.compareTo(longest) > 0 ? longest : twice;
        return pause;
    }
}
