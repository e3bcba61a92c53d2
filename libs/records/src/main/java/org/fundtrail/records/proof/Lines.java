package org.fundtrail.records.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Function;
import org.fundtrail.common.ExportZip;

/** Rows as a file of one line of JSON each. */
final class Lines {
    private Lines() {}

    static <T> void write(ExportZip zip, String name, Ordered<T> rows, Function<T, String> line) throws IOException {
        zip.file(name, out -> {
            try {
                while (rows.peek() != null) {
                    out.write((line.apply(rows.take()) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (SQLException e) {
                throw new IOException(e);
            }
        });
    }
}
