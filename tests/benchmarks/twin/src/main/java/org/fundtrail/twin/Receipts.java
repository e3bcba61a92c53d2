package org.fundtrail.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Key, allocation, receipt, step, balances, audit entry, posting and answer in one transaction. */
@Service
class Receipts {
    private static final String OFFICER = "officer";

    record Money(String amount, String currency) {}

    record NewReceipt(String kind, Money amount, LocalDate valueDate, String bankReference) {}

    record Subject(String type, UUID id, String reference) {}

    record Taken(int n, String step, String person, String duty, Instant at, String reason) {}

    record View(UUID id, Subject allocation, String kind, Money amount, LocalDate valueDate, String bankReference, String status,
            String institution, String recordedBy, Instant recordedAt, int version, List<Taken> steps) {}

    record Answer(int status, String location, String body) {}

    private final EntityManager entities;
    private final ObjectMapper json;

    Receipts(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    @Transactional
    Answer record(UUID allocationId, NewReceipt said, String key) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var request = claim(key, said, now);
        var allocation = entities.find(Tables.Allocation.class, allocationId, LockModeType.PESSIMISTIC_READ);
        if (allocation == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!allocation.status.equals("APPROVED")) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "allocation-not-in-force");
        }
        var receipt = receipt(allocation, said, now);
        entities.persist(receipt);
        var step = step(receipt, now);
        entities.persist(step);
        move(receipt, allocation, now);
        var view = view(receipt, List.of(step));
        request.status = 201;
        request.location = "/receipts/" + receipt.id;
        request.answer = text(view);
        return new Answer(201, request.location, request.answer);
    }

    /** What the key was answered before, or null. */
    @Transactional(readOnly = true)
    Answer known(String key) {
        var known = entities.find(Tables.Request.class, new Tables.RequestId(OFFICER, "api", key));
        return known == null ? null : new Answer(known.status, known.location, known.answer);
    }

    private Tables.Request claim(String key, NewReceipt said, Instant now) {
        var request = new Tables.Request();
        request.person = OFFICER;
        request.client = "api";
        request.key = key;
        request.requestHash = sha256(text(said).getBytes(StandardCharsets.UTF_8));
        request.claimedAt = now;
        entities.persist(request);
        entities.flush(); // a rival waits here and is then refused by the primary key
        return request;
    }

    private static Tables.Receipt receipt(Tables.Allocation allocation, NewReceipt said, Instant now) {
        var receipt = new Tables.Receipt();
        receipt.id = UUID.randomUUID();
        receipt.institution = allocation.institution;
        receipt.recordedBy = OFFICER;
        receipt.recordedAt = now;
        receipt.status = "RECORDED";
        receipt.allocation = allocation;
        receipt.kind = said.kind();
        receipt.amount = new BigDecimal(said.amount().amount());
        receipt.currency = said.amount().currency();
        receipt.valueDate = said.valueDate();
        receipt.bankReference = said.bankReference();
        return receipt;
    }

    private static Tables.Step step(Tables.Receipt receipt, Instant now) {
        var step = new Tables.Step();
        step.record = receipt.id;
        step.n = 1;
        step.step = "RECORD";
        step.person = OFFICER;
        step.duty = "INITIATE";
        step.at = now;
        return step;
    }

    /** Locks the balances in the order of their ids, moves the money and writes the entry. */
    private void move(Tables.Receipt receipt, Tables.Allocation allocation, Instant now) {
        var balances = entities.createQuery(
                        "FROM Balance b WHERE b.allocationId = :allocation AND b.kind IN ('TO_RECEIVE', 'ANNOUNCED') ORDER BY b.id",
                        Tables.Balance.class)
                .setParameter("allocation", allocation.id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        var from = balances.stream().filter(b -> b.kind.equals("TO_RECEIVE")).findFirst().orElseThrow();
        var to = balances.stream().filter(b -> b.kind.equals("ANNOUNCED")).findFirst().orElseThrow();
        if (from.amount.compareTo(receipt.amount) < 0) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "exceeds-allocation");
        }
        from.amount = from.amount.subtract(receipt.amount);
        to.amount = to.amount.add(receipt.amount);
        var entry = new Tables.Entry();
        entry.id = UUID.randomUUID();
        entry.actor = OFFICER;
        entry.institution = receipt.institution;
        entry.action = "receipt.recorded";
        entry.subjectType = "receipt";
        entry.subjectId = receipt.id;
        entry.parentId = allocation.id;
        entry.effectiveDate = receipt.valueDate;
        entry.recordedAt = now;
        entry.body = text(body(entry, receipt, allocation)).getBytes(StandardCharsets.UTF_8);
        entry.hash = sha256(entry.body);
        entities.persist(entry);
        var posting = new Tables.Posting();
        posting.entryId = entry.id;
        posting.line = 1;
        posting.debit = from.id;
        posting.credit = to.id;
        posting.amount = receipt.amount;
        posting.effectiveDate = receipt.valueDate;
        entities.persist(posting);
    }

    private static Map<String, Object> body(Tables.Entry entry, Tables.Receipt receipt, Tables.Allocation allocation) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", entry.id);
        body.put("actor", entry.actor);
        body.put("institution", entry.institution);
        body.put("action", entry.action);
        body.put("subject", new Subject("receipt", receipt.id, receipt.bankReference));
        body.put("parent", new Subject("allocation", allocation.id, allocation.reference));
        body.put("effectiveDate", entry.effectiveDate);
        body.put("recordedAt", entry.recordedAt);
        var changes = new LinkedHashMap<String, Object>();
        changes.put("status", receipt.status);
        changes.put("allocation", allocation.reference);
        changes.put("allocationId", allocation.id);
        changes.put("kind", receipt.kind);
        changes.put("amount", receipt.amount.toPlainString());
        changes.put("currency", receipt.currency);
        changes.put("valueDate", receipt.valueDate);
        changes.put("bankReference", receipt.bankReference);
        body.put("changes", changes.entrySet().stream().map(c -> Map.of("field", c.getKey(), "after", c.getValue())).toList());
        body.put("postings", List.of(Map.of(
                "debit", "TO_RECEIVE/" + allocation.id, "credit", "ANNOUNCED/" + allocation.id,
                "amount", receipt.amount.toPlainString(), "currency", receipt.currency)));
        return body;
    }

    @Transactional(readOnly = true)
    View find(UUID id) {
        var receipt = entities.find(Tables.Receipt.class, id);
        if (receipt == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return view(receipt, entities.createQuery("FROM Step s WHERE s.record = :record ORDER BY s.n", Tables.Step.class)
                .setParameter("record", id)
                .getResultList());
    }

    private static View view(Tables.Receipt r, List<Tables.Step> steps) {
        return new View(r.id, new Subject("allocation", r.allocation.id, r.allocation.reference), r.kind,
                new Money(r.amount.toPlainString(), r.currency), r.valueDate, r.bankReference, r.status, r.institution, r.recordedBy,
                r.recordedAt, r.version == null ? 0 : r.version,
                steps.stream().map(s -> new Taken(s.n, s.step, s.person, s.duty, s.at, s.reason)).toList());
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
