package org.fundtrail.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The tables as entities. */
final class Tables {
    private Tables() {}

    record RequestId(String person, String client, String key) implements Serializable {}

    @Entity(name = "Request")
    @Table(name = "request")
    @IdClass(RequestId.class)
    static class Request {
        @Id
        String person;

        @Id
        String client;

        @Id
        String key;

        byte[] requestHash;
        Integer status;
        String location;
        String answer;
        Instant claimedAt;
    }

    @Entity(name = "Allocation")
    @Table(name = "allocation")
    static class Allocation {
        @Id
        UUID id;

        @Version
        Integer version;

        String institution;
        String status;
        String reference;
        BigDecimal amount;
    }

    @Entity(name = "Receipt")
    @Table(name = "receipt")
    static class Receipt {
        @Id
        UUID id;

        @Version
        Integer version;

        String institution;
        String recordedBy;
        Instant recordedAt;
        String status;

        @ManyToOne(fetch = FetchType.LAZY)
        Allocation allocation;

        String kind;
        BigDecimal amount;
        String currency;
        LocalDate valueDate;
        String bankReference;
    }

    record StepId(UUID record, int n) implements Serializable {}

    @Entity(name = "Step")
    @Table(name = "step")
    @IdClass(StepId.class)
    static class Step {
        @Id
        UUID record;

        @Id
        int n;

        String step;
        String person;
        String duty;
        Instant at;
        String reason;
    }

    @Entity(name = "Balance")
    @Table(name = "balance")
    static class Balance {
        @Id
        UUID id;

        UUID allocationId;
        String kind;
        BigDecimal amount;
    }

    @Entity(name = "Entry")
    @Table(name = "entry")
    static class Entry {
        @Id
        UUID id;

        String actor;
        String institution;
        String action;
        String subjectType;
        UUID subjectId;
        UUID parentId;
        LocalDate effectiveDate;
        Instant recordedAt;
        byte[] body;
        byte[] hash;
    }

    record PostingId(UUID entryId, int line) implements Serializable {}

    @Entity(name = "Posting")
    @Table(name = "posting")
    @IdClass(PostingId.class)
    static class Posting {
        @Id
        UUID entryId;

        @Id
        int line;

        UUID debit;
        UUID credit;
        BigDecimal amount;
        LocalDate effectiveDate;
    }
}
