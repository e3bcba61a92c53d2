package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.records.Person.AUDITOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.fundtrail.journal.Books;
import org.junit.jupiter.api.Test;

/** Whoever asks and goes away leaves neither a query that goes on nor a line in the log that looks like a failure. */
@QuarkusTest
class GoneRequestsTest {
    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity
            WHERE usename = 'funding_app' AND wait_event_type = 'Lock' AND query LIKE '%FROM journal.leaf l%'""";

    private static boolean becomes(long wanted) throws InterruptedException {
        for (int n = 0; n < 200; n++) {
            if (Books.count(WAITING) == wanted) {
                return true;
            }
            Thread.sleep(25);
        }
        return false;
    }

    private static Socket ask(String path) throws IOException {
        var socket = new Socket("127.0.0.1", RestAssured.port);
        socket.getOutputStream()
                .write(("GET " + path
                                + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer "
                                + AUDITOR.token() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void a_query_whose_request_has_gone_is_cancelled_and_is_no_failure_of_the_service() throws Exception {
        AUDITOR.get(API + "/entries?limit=1").statusCode(200); // what is said at the first request is not meant
        var said = new ArrayList<String>();
        var listening = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                    synchronized (said) {
                        said.add(record.getLoggerName() + " " + record.getLevel() + ": " + record.getMessage());
                    }
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(listening);
        try (var holder = Books.superuser();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE journal.entry IN ACCESS EXCLUSIVE MODE");
            var asker = ask(API + "/entries?limit=200&action=receipt.");
            assertTrue(becomes(1), "it is asked");
            asker.setSoLinger(true, 0); // rudely
            asker.close();
            assertTrue(becomes(0), "and no longer once the asker has gone");
            holder.rollback();
            Thread.sleep(500); // it would be said by now
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }
        AUDITOR.get(API + "/entries?limit=1").statusCode(200);
        synchronized (said) {
            assertEquals(java.util.List.of(), said);
        }
    }
}
