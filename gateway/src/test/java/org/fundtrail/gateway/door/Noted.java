package org.fundtrail.gateway.door;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.fundtrail.common.SecurityLines;
import org.jboss.logmanager.ExtLogRecord;

/** What a log says while something is done. */
public final class Noted {
    private Noted() {}

    /** In the security log, in which nothing that was noted before is counted as a repeat. */
    public static String inSecurityLog(Callable<?> doing) throws Exception {
        CDI.current().select(SecurityLines.class).get().sumUp();
        return in("fundtrail.security", doing);
    }

    public static String in(String category, Callable<?> doing) throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getLevel() + " "
                        + (line instanceof ExtLogRecord full ? full.getFormattedMessage() : line.getMessage()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger(category);
        log.addHandler(handler);
        try {
            doing.call();
        } finally {
            log.removeHandler(handler);
        }
        return lines.toString();
    }
}
