package org.fundtrail.gateway.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fundtrail.common.ExportZip;

/** Joins the exports of both services as they come, each in a folder of its own. One that breaks off breaks the whole off. */
final class JointExport {
    private final InputStream funding;
    private final InputStream infrastructure;

    JointExport(InputStream funding, InputStream infrastructure) {
        this.funding = funding;
        this.infrastructure = infrastructure;
    }

    void write(OutputStream out, Instant madeAt) throws IOException {
        try (funding;
                infrastructure) {
            var zip = new ExportZip(out, madeAt);
            zip.file("README.txt", readme());
            zip.file(
                    "export.json",
                    "{\"format\":\"" + ExportZip.FORMAT + "\",\"madeAt\":\"" + madeAt.truncatedTo(ChronoUnit.MICROS)
                            + "\",\"services\":[\"funding\",\"infrastructure\"]}\n");
            copy("funding", funding, zip);
            copy("infrastructure", infrastructure, zip);
            zip.finish();
        }
    }

    private static byte[] readme() throws IOException {
        try (var text = JointExport.class.getResourceAsStream("/export/README.txt")) {
            return text.readAllBytes();
        }
    }

    /** All files of a service but its list of them: this has one of its own. That it came says that the others are all there. */
    private static void copy(String service, InputStream from, ExportZip to) throws IOException {
        var files = new ZipInputStream(from, StandardCharsets.UTF_8);
        boolean isWhole = false;
        for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
            isWhole = file.getName().equals(ExportZip.MANIFEST);
            if (!isWhole) {
                to.file(service + "/" + file.getName(), files::transferTo);
            }
        }
        if (!isWhole) {
            throw new IOException("The export of the " + service + "-service broke off");
        }
    }
}
