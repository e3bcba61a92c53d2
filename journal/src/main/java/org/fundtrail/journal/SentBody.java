package org.fundtrail.journal;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;

/** Keeps the bytes of a request beside what they are read into, at most 1 MiB: the same idempotency key means the same bytes. */
@Provider
public class SentBody implements ReaderInterceptor {
    private static final int LARGEST = 1 << 20;

    private final ClaimedKey key;

    SentBody(ClaimedKey key) {
        this.key = key;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var bytes = context.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Refusal.of(InputRule.TOO_LARGE, "max", "1 MiB");
        }
        key.sent(bytes);
        context.setInputStream(new ByteArrayInputStream(bytes));
        return context.proceed();
    }
}
