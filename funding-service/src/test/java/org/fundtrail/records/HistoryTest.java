package org.fundtrail.records;

import static io.restassured.RestAssured.given;
import static org.fundtrail.funding.Funding.API;
import static org.fundtrail.funding.Funding.programme;
import static org.fundtrail.funding.Funding.unique;
import static org.fundtrail.records.Person.AUDITOR;
import static org.fundtrail.records.Person.OFFICER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fundtrail.journal.Books;
import org.fundtrail.journal.Checkpoints;
import org.fundtrail.journal.History;
import org.fundtrail.journal.Journal;
import org.fundtrail.journal.Sealer;
import org.fundtrail.journal.SigningKey;
import org.fundtrail.journal.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that does not go on from what was signed last, as after a restore of an older state, is not written on silently. */
@QuarkusTest
class HistoryTest {
    @Inject
    LogSigning signing;

    @Inject
    Tree tree;

    @Inject
    Checkpoints checkpoints;

    @Inject
    KeptCheckpoint kept;

    @Inject
    Epochs epochs;

    @Inject
    History history;

    @Inject
    Sealer sealer;

    @ConfigProperty(name = "fundtrail.log.kept")
    Path folder;

    @ConfigProperty(name = "fundtrail.log.private-key")
    Path privateKey;

    private Path file;
    private SigningKey key;
    private String before;

    @BeforeEach
    void keep() throws IOException {
        file = folder.resolve("funding.checkpoint");
        key = SigningKey.read("fundtrail.local/funding", privateKey);
        record().statusCode(201);
        sealer.seal();
        signing.sign();
        before = Files.readString(file);
    }

    @AfterEach
    void goOn() throws IOException {
        Files.writeString(file, before);
        signing.sign();
        record().statusCode(201);
    }

    private static ValidatableResponse record() {
        return OFFICER.post(API + "/programmes", programme(unique("HISTORY"), "AMIF", "RECEPTION"));
    }

    private HistoryGuard startedAnew(String reason) {
        return new HistoryGuard(tree, checkpoints, kept, history, epochs, Optional.ofNullable(reason));
    }

    private void refused(String rule) {
        long entries = Books.count("SELECT count(*) FROM journal.entry");
        record().statusCode(503).body("code", equalTo(rule));
        assertEquals(entries, Books.count("SELECT count(*) FROM journal.entry"));
        OFFICER.get(API + "/programmes?limit=1").statusCode(200);
        OFFICER.get(API + "/standing").body("stopped", equalTo(rule));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'history' }.data.standing", equalTo(rule));
    }

    @Test
    void the_last_checkpoint_is_kept_outside_of_the_database() {
        assertEquals(checkpoints.newest().orElseThrow().note(), before);
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'history' }.data.standing", equalTo("goes on"));
    }

    @Test
    void a_record_behind_it_or_another_one_is_read_and_not_written_until_the_right_one_is_back() throws IOException {
        long size = tree.size() + 100;
        var root = Journal.sha256("yesterday's tomorrow");
        Files.writeString(file, key.checkpoint(size, root));
        signing.sign();
        refused("history-rolled-back");
        AUDITOR.get(API + "/log/standing")
                .body("refused.why", equalTo("history-rolled-back"))
                .body("refused.kept.size", equalTo((int) size))
                .body("refused.kept.root", equalTo(Base64.getEncoder().encodeToString(root)))
                .body("refused.head.size", equalTo((int) tree.size()));

        Files.writeString(file, key.checkpoint(tree.size(), root));
        signing.sign();
        refused("history-rolled-back");

        Files.writeString(file, before);
        signing.sign();
        record().statusCode(201);
        OFFICER.get(API + "/standing").body("stopped", nullValue());
    }

    @Test
    void no_checkpoint_or_one_that_is_not_signed_by_the_log_is_no_reason_to_go_on() throws IOException {
        for (var damaged :
                new String[] {"", "x", before.replace("\n\n", "\n"), before.replaceFirst("\n\\d+\n", "\n1\n")}) {
            Files.writeString(file, damaged);
            signing.sign();
            refused("kept-checkpoint-missing");
        }
        Files.delete(file);
        startedAnew(null).look(key.verifier());
        refused("kept-checkpoint-missing");
        AUDITOR.get(API + "/log/standing").body("refused.kept", nullValue());
    }

    @Test
    void a_checkpoint_file_that_goes_while_the_service_runs_is_written_again() throws IOException {
        Files.delete(file);
        signing.sign();
        assertTrue(Files.exists(file));
        record().statusCode(201);
    }

    @Test
    void whoever_runs_it_begins_a_new_epoch_with_a_reason_once_and_it_is_an_entry() throws IOException {
        long size = tree.size() + 100;
        Files.writeString(file, key.checkpoint(size, Journal.sha256(unique("lost"))));
        startedAnew(null).look(key.verifier());
        refused("history-rolled-back");

        long first = tree.size();
        startedAnew("The disk broke; the backup of yesterday is all there is").look(key.verifier());
        record().statusCode(201);
        startedAnew("Another start with the same setting").look(key.verifier());
        startedAnew(null).look(key.verifier());
        record().statusCode(201);

        AUDITOR.get(API + "/entries?action=log.epoch-begun&after={first}", first - 1)
                .body("items.reason", contains("The disk broke; the backup of yesterday is all there is"))
                .body("items[0].changes.field", hasItem("keptRoot"))
                .body("items[0].changes.find { it.field == 'keptSize' }.after", equalTo((int) size))
                .body("items[0].changes.find { it.field == 'size' }.after", equalTo((int) first));
        sealer.seal();
        signing.sign();
        assertFalse(Files.readString(file).contains("\n" + size + "\n"), "kept is what was signed since");
        before = Files.readString(file);
    }

    @Test
    void no_epoch_is_begun_where_the_record_goes_on() {
        long size = tree.size();
        startedAnew("By mistake").look(key.verifier());
        sealer.seal();
        assertEquals(size, tree.size());
    }

    @Test
    void what_somebody_puts_into_the_database_as_the_newest_checkpoint_does_not_take_the_place_of_the_kept_one()
            throws IOException, SQLException {
        var older = checkpoints.after(0, 1).get(0);
        assertTrue(older.size() < tree.size());
        for (var note : new String[] {
            older.note(), before.replace("\n\n", "\n"), key.checkpoint(tree.size() + 1, Journal.sha256("another"))
        }) {
            var size = tree.size() + 1_000_000;
            asIfThereWereNoRules("""
                    INSERT INTO journal.checkpoint (log_id, size, root, note, key_id, signed_at)
                    VALUES (1, ?, ?, ?, ?, now())""", size, older.root(), note, older.keyId());
            signing.sign();
            assertEquals(before, Files.readString(file));
            asIfThereWereNoRules("DELETE FROM journal.checkpoint WHERE size = ?", size);
        }
        record().statusCode(201);
    }

    /** As a superuser who does not care for triggers. */
    private static void asIfThereWereNoRules(String sql, Object... values) throws SQLException {
        try (var books = Books.superuser();
                var rules = books.createStatement();
                var change = books.prepareStatement(sql)) {
            books.setAutoCommit(false);
            rules.execute("ALTER TABLE journal.checkpoint DISABLE TRIGGER USER");
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            assertEquals(1, change.executeUpdate());
            rules.execute("ALTER TABLE journal.checkpoint ENABLE TRIGGER USER");
            rules.execute("ALTER TABLE journal.checkpoint ENABLE ALWAYS TRIGGER never_changed");
            rules.execute("ALTER TABLE journal.checkpoint ENABLE ALWAYS TRIGGER never_emptied");
            books.commit();
        }
    }
}
