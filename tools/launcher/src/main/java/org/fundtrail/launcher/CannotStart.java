package org.fundtrail.launcher;

/** Fundtrail cannot start (or go on): the message is one sentence for the person who typed the command, never a stack trace. */
final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        super(sentence, null, false, false);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence + because(cause), null, false, false);
    }

    private static String because(Throwable cause) {
        String message = cause.getMessage();
        return " (" + (message == null ? cause.getClass().getSimpleName() : message.strip()) + ")";
    }
}
