package org.fundtrail.records;

import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.recordedProgramme;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Merkle;
import org.fundtrail.journal.Role;
import org.junit.jupiter.api.Test;

/** The service checks its own record, keeps what it finds until somebody has answered it, and gives away all that proves the record. */
@QuarkusTest
class VerificationsTest {
    private static final Person ADMINISTRATOR = new Person("admin", Role.ADMINISTRATOR, "LT-VRM");
    private static final String VERIFICATIONS = API + "/log/verifications";
    private static final int COMMENT = "fundtrail-export/1 sha256 ".length() + 64;
    private static final String FINDINGS = API + "/log/findings";

    /** Has the record checked; answers how that ended. */
    private static ValidatableResponse verified() throws InterruptedException {
        var address =
                AUDITOR.post(VERIFICATIONS, Map.of()).statusCode(202).extract().header("Location");
        for (int n = 0; n < 600; n++) {
            var now = AUDITOR.get(address).statusCode(200);
            if (now.extract().path("finishedAt") != null) {
                return now;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It does not come to its end");
    }

    private static void alter(String name, String id) {
        Books.change("ALTER TABLE funding.programme DISABLE TRIGGER ALL");
        Books.change("UPDATE funding.programme SET name = ? WHERE id = ?::uuid", name, id);
        Books.change("ALTER TABLE funding.programme ENABLE TRIGGER ALL");
    }

    @Test
    void what_was_altered_is_found_and_stays_open_until_an_administrator_has_answered_it() throws InterruptedException {
        var programme = recordedProgramme("RECEPTION");
        String id = OFFICER.get(API + "/programmes?code={code}", programme)
                .extract()
                .path("items[0].id");
        String name = OFFICER.get(API + "/programmes/{id}", id).extract().path("name");
        verified().body("state", equalTo("PASSED")).body("findings", equalTo(0));
        try {
            alter("Something else", id);
            verified().body("state", equalTo("FAILED")).body("findings", equalTo(1));
            verified().body("findings", equalTo(1)); // the same once more
        } finally {
            alter(name, id);
        }
        var found = AUDITOR.get(FINDINGS + "?open=true")
                .statusCode(200)
                .body("items.table", equalTo(List.of("funding.programme")))
                .body("items[0].record", equalTo(id))
                .body("items[0].field", equalTo("name"))
                .body("items[0].problem", equalTo("DIFFERENT"))
                .body("items[0].expected", equalTo(name))
                .body("items[0].found", equalTo("Something else"));
        RestAssured.get("/q/health/ready").then().statusCode(200).body("checks.data.openFindings", hasItem(1));
        String finding = found.extract().path("items[0].id");
        AUDITOR.post(FINDINGS + "/{id}/answer", Map.of("answer", "It was me"), finding)
                .statusCode(403);
        ADMINISTRATOR
                .post(FINDINGS + "/{id}/answer", Map.of(), finding)
                .statusCode(400)
                .body("errors[0].field", equalTo("answer"));
        ADMINISTRATOR
                .post(FINDINGS + "/{id}/answer", Map.of("answer", "A try; put back"), finding)
                .statusCode(200)
                .body("answer", equalTo("A try; put back"));
        ADMINISTRATOR
                .post(FINDINGS + "/{id}/answer", Map.of("answer", "Another"), finding)
                .statusCode(409)
                .body("code", equalTo("finding-answered"));
        AUDITOR.get(FINDINGS + "?open=true").body("items", equalTo(List.of()));
        AUDITOR.get(API + "/entries?subject={id}", finding)
                .body("items[0].action", equalTo("finding.answered"))
                .body("items[0].reason", equalTo("A try; put back"))
                .body("items[0].sentence", containsString("funding.programme.name"));
        verified().body("state", equalTo("PASSED"));
    }

    @Test
    void what_was_answered_and_is_still_altered_is_found_anew() throws InterruptedException {
        var programme = recordedProgramme("RECEPTION");
        String id = OFFICER.get(API + "/programmes?code={code}", programme)
                .extract()
                .path("items[0].id");
        String name = OFFICER.get(API + "/programmes/{id}", id).extract().path("name");
        try {
            alter("Something else", id);
            verified().body("state", equalTo("FAILED"));
            answerWhatIsOpen();
            verified().body("state", equalTo("FAILED"));
            AUDITOR.get(FINDINGS + "?open=true").body("items.record", equalTo(List.of(id)));
            AUDITOR.get(API + "/log/standing")
                    .body("openFindings", equalTo(1))
                    .body("lastVerification.state", equalTo("FAILED"));
        } finally {
            alter(name, id);
        }
        answerWhatIsOpen();
        verified().body("state", equalTo("PASSED"));
    }

    private static void answerWhatIsOpen() {
        String finding = AUDITOR.get(FINDINGS + "?open=true").extract().path("items[0].id");
        ADMINISTRATOR
                .post(FINDINGS + "/{id}/answer", Map.of("answer", "Restored, or so it is said"), finding)
                .statusCode(200);
    }

    @Test
    void a_check_and_an_export_are_for_auditors_and_administrators() {
        OFFICER.post(VERIFICATIONS, Map.of()).statusCode(403);
        OFFICER.get(VERIFICATIONS).statusCode(403);
        OFFICER.get(FINDINGS).statusCode(403);
        OFFICER.get(API + "/export").statusCode(403);
    }

    @Test
    void an_export_is_whole_proves_its_log_and_holds_every_row() throws IOException, InterruptedException {
        var programme = recordedProgramme("RECEPTION");
        Thread.sleep(1500); // a checkpoint is signed meanwhile
        var zip = AUDITOR.get(API + "/export").statusCode(200).extract().asByteArray();
        var comment = new String(zip, zip.length - COMMENT, COMMENT, StandardCharsets.US_ASCII);
        assertEquals(
                "fundtrail-export/1 sha256 "
                        + HexFormat.of().formatHex(Journal.sha256(Arrays.copyOf(zip, zip.length - COMMENT))),
                comment);
        var files = files(zip);
        var manifest = new String(files.get("manifest.json"), StandardCharsets.UTF_8);
        files.forEach((name, content) -> assertTrue(
                name.equals("manifest.json")
                        || manifest.contains("{\"name\":\"" + name + "\",\"bytes\":" + content.length + ",\"sha256\":\""
                                + HexFormat.of().formatHex(Journal.sha256(content)) + "\"}"),
                name));
        var note = new String(files.get("log/checkpoint"), StandardCharsets.UTF_8).split("\n");
        long size = Long.parseLong(note[1]);
        assertArrayEquals(Base64.getDecoder().decode(note[2]), root(files, size));
        assertTrue(lines(files, "tables/funding.programme.ndjson").contains(programme));
        assertTrue(files.keySet()
                .containsAll(
                        List.of("export.json", "keys.json", "checkpoints.ndjson", "pending.ndjson", "tables.json")));
        assertTrue(files.keySet().stream().noneMatch(name -> name.contains("person") || name.contains("request")));
    }

    private static String lines(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var in = new ZipInputStream(new ByteArrayInputStream(zip));
        for (ZipEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
            files.put(file.getName(), in.readAllBytes());
        }
        return files;
    }

    /** Of the tree whose leaves are the bundled entries, as the tiles hold their hashes. */
    private static byte[] root(Map<String, byte[]> files, long size) {
        for (long n = 0; n * 256 < size; n++) {
            var width = Math.min(256, size - n * 256);
            var at = String.format("%03d", n) + (width < 256 ? ".p/" + width : "");
            var bundle = files.get("log/tile/entries/" + at);
            var tile = files.get("log/tile/0/" + at);
            int from = 0;
            for (int i = 0; i < width; i++) {
                int length = (bundle[from] & 0xff) << 8 | bundle[from + 1] & 0xff;
                var body = Arrays.copyOfRange(bundle, from + 2, from + 2 + length);
                assertArrayEquals(Journal.leafHash(body), Arrays.copyOfRange(tile, i * 32, i * 32 + 32));
                from += 2 + length;
            }
            assertEquals(bundle.length, from);
        }
        return new Merkle((level, n) -> {
                    var total = size >> 8 * level;
                    var width = Math.min(256, total - n * 256);
                    return files.get(
                            "log/tile/" + level + "/" + String.format("%03d", n) + (width < 256 ? ".p/" + width : ""));
                })
                .root(size);
    }
}
