package org.fundtrail.funding.api.digest;

/** How far the digest of a morning is. */
public enum DigestState {
    /** It was turned on and no morning has come since. */
    NEW,
    /** Somebody is at it. Whoever ends here has sent nothing, so it is tried again. */
    CLAIMED,
    /** It is being handed to the mail server. Whoever ends here may have sent it, so it is not tried again. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** There was nothing to tell. */
    NOTHING,
    /** A service or the mail server could not be reached, or put it off: it is tried again. */
    FAILED,
    /** The mail server refuses it for good: it is not tried again on that day. */
    REFUSED
}
