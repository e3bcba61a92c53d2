package org.fundtrail.gateway.door;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;
import org.fundtrail.common.InputRule;
import org.fundtrail.common.Refusal;

/** A request's body is at most 1 MiB, whether it says its length or comes in chunks. */
final class BodyLimit {
    static final long BYTES = 1024 * 1024;
    /** What is read and thrown away after a refusal, so that the caller hears it before the connection is cut. */
    private static final long DRAINED = 32 * BYTES;

    private BodyLimit() {}

    static Refusal refusal() {
        return Refusal.of(InputRule.TOO_LARGE, "max", "1 MiB");
    }

    static boolean isExceeded(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        try {
            return length != null && Long.parseLong(length.strip()) > BYTES;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** The whole body, or a refusal as soon as it is too large. */
    static Future<Buffer> read(HttpServerRequest request) {
        var body = Buffer.buffer();
        var done = Promise.<Buffer>promise();
        var read = new AtomicLong();
        request.exceptionHandler(done::tryFail);
        request.endHandler(end -> done.tryComplete(body));
        request.handler(part -> {
            if (read.addAndGet(part.length()) <= BYTES) {
                body.appendBuffer(part);
            } else if (read.get() > DRAINED) {
                request.connection().close();
            } else {
                done.tryFail(refusal());
            }
        });
        request.resume();
        return done.future();
    }

    /** Reads on and throws away. */
    static void drain(HttpServerRequest request) {
        read(request);
    }
}
