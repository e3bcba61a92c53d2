package org.fundtrail.gateway.door;

import org.fundtrail.common.Problem;

/** The page that says to people what a problem says to programs. */
public interface ErrorPage {
    /** The page as text, in the language of this request. */
    String of(Problem problem);
}
