package org.fundtrail.twin;

import java.net.URI;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The addresses are Fundtrail's, so that the same requests measure both. */
@RestController
@RequestMapping("/api/funding/v1")
class ReceiptController {
    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    @PostMapping("/allocations/{id}/receipts")
    ResponseEntity<String> record(
            @PathVariable("id") UUID id, @RequestHeader("Idempotency-Key") String key, @RequestBody Receipts.NewReceipt said) {
        var answer = once(id, key, said);
        return ResponseEntity.created(URI.create(answer.location())).contentType(MediaType.APPLICATION_JSON).body(answer.body());
    }

    private Receipts.Answer once(UUID id, String key, Receipts.NewReceipt said) {
        try {
            return receipts.record(id, said, key);
        } catch (ConstraintViolationException e) {
            var known = receipts.known(key);
            if (known == null) {
                throw e;
            }
            return known;
        }
    }

    @GetMapping("/receipts/{id}")
    Receipts.View read(@PathVariable("id") UUID id) {
        return receipts.find(id);
    }
}
