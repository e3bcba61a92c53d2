package org.fundtrail.records.proof;

/** Where an entry stands: its position, or behind all of them while it waits for one. */
final class Place {
    /** From here on stand those that have no position yet, in the order in which they will get one. */
    static final long UNSEALED = 1L << 62;

    private Place() {}

    static Long position(long place) {
        return place < UNSEALED ? place : null;
    }
}
