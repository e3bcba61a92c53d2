package org.fundtrail.common;

/** Knows of some failures that they are nobody's mistake, and what is the matter. */
public interface Explanation {
    /** What to say of a failure after which nothing was recorded, or null for one that it does not know. */
    Refusal of(Throwable failure);
}
