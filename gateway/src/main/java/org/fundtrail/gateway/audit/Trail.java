package org.fundtrail.gateway.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fundtrail.common.Entry;
import org.fundtrail.common.Page;

/**
 * The records of both services as one, newest first: always the later of the two heads is next. The order of a service's own record is
 * that of its positions and stays as it is, whatever times its entries say; so the reading of each goes on at the position of its last
 * entry that was taken, and nothing is lost or shown twice. No more than a stretch of each is held.
 */
final class Trail {

    /** An entry and the service it is from. */
    record Line(String service, Entry entry) {}

    /** What of a service is read and not taken yet, and where to read on. */
    private static final class Stream {
        private final Function<String, Page<Entry>> reading;
        private final Deque<Entry> read = new ArrayDeque<>();
        private String after;
        private boolean isRead;
        private String last;

        Stream(Function<String, Page<Entry>> reading, String after) {
            this.reading = reading;
            this.after = after;
            this.last = after;
        }

        /** Reads on where nothing is left to take; a page with nothing on it may have a next one. */
        Entry head() {
            while (read.isEmpty() && (!isRead || after != null)) {
                var page = reading.apply(after);
                read.addAll(page.items());
                after = page.next();
                isRead = true;
            }
            return read.peek();
        }

        boolean isEnded() {
            return isRead && read.isEmpty() && after == null;
        }

        Entry take() {
            last = String.valueOf(read.peek().position());
            return read.poll();
        }
    }

    private final Map<String, Stream> streams = new LinkedHashMap<>();

    /** Reads a service from here on: after this position, from its newest entry for null. */
    Trail with(String service, String after, Function<String, Page<Entry>> reading) {
        streams.put(service, new Stream(reading, after));
        return this;
    }

    /** The next entry, or null at the end of both. */
    Line next() {
        Map.Entry<String, Stream> latest = null;
        for (var stream : streams.entrySet()) {
            var head = stream.getValue().head();
            if (head != null
                    && (latest == null
                            || head.recordedAt()
                                    .isAfter(latest.getValue().head().recordedAt()))) {
                latest = stream;
            }
        }
        return latest == null
                ? null
                : new Line(latest.getKey(), latest.getValue().take());
    }

    /** So many more at most. */
    List<Line> next(int most) {
        var lines = new ArrayList<Line>();
        while (lines.size() < most) {
            var line = next();
            if (line == null) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    /** Where each service that has more goes on, as {@code funding:41,infrastructure:7}; null at the end of all. */
    String mark() {
        var marks = new ArrayList<String>();
        streams.forEach((service, stream) -> {
            if (!stream.isEnded()) {
                marks.add(service + ":" + (stream.last == null ? Long.MAX_VALUE : stream.last));
            }
        });
        return marks.isEmpty() ? null : String.join(",", marks);
    }
}
