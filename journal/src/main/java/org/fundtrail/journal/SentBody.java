package org.fundtrail.journal;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Keeps the bytes of a request beside what they are read into: the same idempotency key means the same bytes. */
@Provider
public class SentBody implements ReaderInterceptor {
    private final ClaimedKey key;

    SentBody(ClaimedKey key) {
        this.key = key;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var bytes = context.getInputStream().readAllBytes();
        key.sent(bytes);
        context.setInputStream(new ByteArrayInputStream(bytes));
        return context.proceed();
    }
}
