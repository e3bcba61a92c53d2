package org.fundtrail.funding.expenditure;

import java.util.List;
import org.fundtrail.journal.Change;
import org.fundtrail.journal.Writer;

/** Whoever recovers what credit notes took back of claims that were paid. */
public interface OnCredit {

    /**
     * Is told once of all that one request settles, with the items locked; locks nothing after them but the claims.
     *
     * @return what is to be written with it
     */
    List<Change> takenBack(List<TakenBack> all, Writer by);
}
