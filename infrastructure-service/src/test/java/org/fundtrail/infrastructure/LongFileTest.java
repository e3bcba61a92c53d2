package org.fundtrail.infrastructure;

import static org.fundtrail.infrastructure.Infrastructure.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Role;
import org.fundtrail.records.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of a long list leaves without the list ever being in memory. */
@QuarkusTest
class LongFileTest {
    private static final int RECORDS = 20_000;
    /** Of characters; a record that stayed in memory would keep two of them. */
    private static final int TITLE = 1_000;

    private static final long MEBIBYTE = 1 << 20;
    private static final Person READER = new Person("long.reader", Role.PROJECT_OFFICER, "XX-LONG");

    @BeforeEach
    void very_many() throws SQLException {
        change("""
                INSERT INTO infrastructure.works_programme (id, version, institution, recorded_by, recorded_at, reference, title_en, title_lt)
                SELECT md5('long' || n)::uuid, 1, 'XX-LONG', '00000000-0000-7000-8000-000000000001', now() - n * interval '1 second',
                    'LONG-' || n, n || repeat('e', %d), n || repeat('l', %d)
                FROM generate_series(1, %d) AS n""".formatted(TITLE, TITLE, RECORDS));
    }

    @AfterEach
    void none_is_left() throws SQLException {
        change("DELETE FROM infrastructure.works_programme WHERE institution = 'XX-LONG'");
    }

    /** What no service could write. */
    private static void change(String sql) throws SQLException {
        try (var connection = Books.superuser();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica"); // no book-keeping of these
            statement.execute(sql);
        }
    }

    @Test
    void a_list_of_tens_of_megabytes_is_written_with_a_heap_that_does_not_grow() throws Exception {
        var heap = new ArrayList<Long>();
        int rows = 0;
        var asked = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + API + "/works-programmes"))
                .header("Authorization", "Bearer " + READER.token())
                .header("Accept", "text/csv")
                .build();
        var answer = HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        try (var file = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            file.readLine(); // the names of the columns
            for (String row = file.readLine(); row != null; row = file.readLine()) {
                rows++;
                if (rows == RECORDS / 10 || rows == RECORDS * 9 / 10) {
                    heap.add(living());
                }
            }
        }
        assertEquals(RECORDS, rows);
        assertTrue(heap.get(1) - heap.get(0) < 24, "MiB that live after a tenth and after nine tenths: " + heap);
    }

    private static long living() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
