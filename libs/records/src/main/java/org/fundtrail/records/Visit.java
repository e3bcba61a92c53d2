package org.fundtrail.records;

import org.fundtrail.journal.Caller;

/** Somebody has opened a page: the frame of each asks for their standing. Fired before it is answered. */
public record Visit(Caller by) {}
