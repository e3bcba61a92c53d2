package org.fundtrail.journal;

import java.sql.SQLException;

/** The database did not do what it was asked: a failure, unless there is a rule behind it. */
public class JournalFailure extends RuntimeException {
    public JournalFailure(SQLException cause) {
        super(cause);
    }
}
