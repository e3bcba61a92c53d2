package org.fundtrail.launcher;

import java.time.Duration;

/** How long to wait before something is started again: twice as long each time, and from the beginning once it ran well for a while. */
final class Pauses {

    private final Duration first;
    private final Duration longest;
    private final Duration well;
    private Duration next;

    Pauses(Duration first, Duration longest, Duration well) {
        this.first = first;
        this.longest = longest;
        this.well = well;
        this.next = first;
    }

    Duration after(Duration ran) {
        Duration pause = ran.compareTo(well) >= 0 ? first : next;
        Duration twice = pause.multipliedBy(2);
        next = twice.compareTo(longest) > 0 ? longest : twice;
        return pause;
    }
}
