package org.fundtrail.gateway.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A page to be printed, as PDF. It fetches nothing: what it shows is in it, and its letters come with Fundtrail. */
public final class Pdf {
    private static final String FAMILY = "Liberation Sans";

    private Pdf() {}

    public static byte[] of(String xhtml) {
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder()
                    .withHtmlContent(xhtml, null)
                    .useFont(() -> letters("Regular"), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(() -> letters("Bold"), FAMILY, 700, FontStyle.NORMAL, true)
                    .useUriResolver((base, uri) -> null)
                    .withProducer("Fundtrail")
                    .toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as a file that is called so. */
    public static Response answer(String name, String xhtml) {
        var file = name.replaceAll("[^A-Za-z0-9-]+", "-") + ".pdf";
        return Response.ok(of(xhtml))
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    private static InputStream letters(String cut) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("/liberation/LiberationSans-" + cut + ".ttf"));
    }
}
