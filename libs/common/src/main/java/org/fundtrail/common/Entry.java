package org.fundtrail.common;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One accepted change as its readers see it. */
@Schema(description = "One accepted change in the provable record: who did what, when, why, and which money moved")
public record Entry(
        @Schema(description = "Its place in the record: gap-free, from 0", examples = "17")
        long position,

        UUID id,

        @Schema(description = "When it was recorded (UTC, microseconds)")
        Instant recordedAt,

        @Schema(description = "The day it happened: decision, value or signature date", examples = "2021-08-11")
        LocalDate effectiveDate,

        @Schema(
                description = "The day that was stated; the effective day is later where what it draws on came later",
                examples = "2021-08-11")
        LocalDate statedDate,

        PersonRef actor,

        @Schema(description = "Their name as in actor, or null once the person was erased", nullable = true)
        String actorName,

        @Schema(description = "The role that allowed it", examples = "funding-officer")
        String role,

        @Schema(description = "The door they came through: web, api, or a program's name", examples = "web")
        String client,

        @Schema(description = "Whose record it is", examples = "LT-VRM")
        String institution,

        @Schema(description = "What was done, as a stable name", examples = "allocation.approved")
        String action,

        Subject subject,

        @Schema(description = "The record the subject belongs to, or null", nullable = true)
        Subject parent,

        @Schema(description = "What was done, for a reader: in English or, by Accept-Language, in Lithuanian")
        String sentence,

        @Schema(
                description = "What the record is about, as far as the sentence needs it: amount, currency, project",
                type = SchemaType.OBJECT)
        Map<String, String> about,

        @Schema(description = "Why, where a reason was given, or null", nullable = true)
        String reason,

        @Schema(description = "The step of the record's life that was taken, or null", nullable = true)
        StepOf step,

        @Schema(description = "The entry that this one undoes, or null", nullable = true)
        Reversed reverses,

        @Schema(description = "Every field that changed") List<ChangedField> changes,

        @Schema(description = "The money that moved, double entry")
        List<Posting> postings,

        @Schema(
                type = SchemaType.STRING,
                format = "byte",
                description =
                        "The canonical JSON that was hashed (RFC 8785), in Base64; in lists null unless asked for with bodies=true",
                nullable = true,
                examples = "eyJhY3Rpb24iOiJhbGxvY2F0aW9uLmFwcHJvdmVkIn0=")
        byte[] body,

        @Schema(
                description = "RFC 9162 leaf hash: SHA-256 of a zero byte and the body, in hexadecimal",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String leafHash) {

    /** A field before and after; null where there was or is no value. */
    public record ChangedField(
            String field,

            @Schema(description = "Its value before, or null", implementation = Object.class)
            JsonNode before,

            @Schema(description = "Its value after, or null", implementation = Object.class)
            JsonNode after) {}

    /** The step that the entry records. */
    @Schema(name = "EntryStep")
    public record StepOf(
            @Schema(description = "The record's first step is 1", examples = "2")
            int n,

            @Schema(examples = "1") int round,
            @Schema(examples = "APPROVE") String step,
            @Schema(nullable = true) Duty duty) {}

    /** An entry that was undone by this one, from its day on. */
    @Schema(name = "EntryReversed")
    public record Reversed(
            @Schema(description = "Its place in the record", examples = "17")
            long position,

            UUID id) {}

    /** Money moved from one account to another; an account is named kind/owner[/party]/currency. */
    @Schema(name = "EntryPosting")
    public record Posting(
            @Schema(examples = "AVAILABLE/0190f5fe-7c00-7a00-8000-000000000001/EUR")
            String debit,

            @Schema(
                    examples =
                            "COMMITTED/0190f5fe-7c00-7a00-8000-000000000001/0190f5fe-7c00-7a00-8000-000000000002/EUR")
            String credit,

            Money amount) {}
}
