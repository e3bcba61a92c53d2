package org.fundtrail.records;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;

/** The bytes that a request sent beside what they are read into, at most 1 MiB: the same idempotency key means the same bytes. */
@RequestScoped
class SentBody {
    private static final int LARGEST = 1 << 20;

    private byte[] bytes = new byte[0];

    byte[] bytes() {
        return bytes;
    }

    /** Keeps them while they are read. */
    @Provider
    public static class Reader implements ReaderInterceptor {
        private final SentBody sent;

        Reader(SentBody sent) {
            this.sent = sent;
        }

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            var bytes = context.getInputStream().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Refusal.of(InputRule.TOO_LARGE, "max", "1 MiB");
            }
            sent.keep(bytes);
            context.setInputStream(new ByteArrayInputStream(bytes));
            return context.proceed();
        }
    }

    void keep(byte[] bytes) {
        this.bytes = bytes;
    }
}
