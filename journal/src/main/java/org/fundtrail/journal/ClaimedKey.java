package org.fundtrail.journal;

import jakarta.enterprise.context.RequestScoped;

/** The idempotency key that the request at hand has claimed, and the hash of what was sent with it. */
@RequestScoped
class ClaimedKey {
    private String value;
    private byte[] body = new byte[0];

    String value() {
        if (value == null) {
            throw new IllegalStateException("A change is written only by a request that claimed its key: see Once");
        }
        return value;
    }

    void claim(String key) {
        this.value = key;
    }

    byte[] body() {
        return body;
    }

    void sent(byte[] body) {
        this.body = body;
    }
}
