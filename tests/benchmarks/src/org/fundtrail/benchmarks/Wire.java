package org.fundtrail.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/**
 * One kept connection to a server on this machine, as thin as it goes: it shares two cores with what it measures, so it must not cost more
 * than that.
 */
final class Wire implements AutoCloseable {

    /** What was answered. */
    record Answer(int status, byte[] body) {
        String text() {
            return new String(body, UTF_8);
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[65536];

    Wire(URI server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 65536);
    }

    /** A request as it goes over the wire; the headers end with a line break each. */
    static byte[] request(String method, URI at, String headers, String body) {
        var head = method + " " + at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery())
                + " HTTP/1.1\r\nHost: 127.0.0.1:" + at.getPort() + "\r\n" + headers;
        return body == null
                ? (head + "\r\n").getBytes(ISO_8859_1)
                : (head + "Content-Type: application/json\r\nContent-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n"
                                + body)
                        .getBytes(UTF_8);
    }

    /** Sends a request and waits for the whole answer; its body is kept only if asked for. */
    Answer send(byte[] request, boolean keep) throws IOException {
        socket.getOutputStream().write(request);
        var first = line();
        int status = Integer.parseInt(first.substring(9, 12));
        long length = -1;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                chunked = header.toLowerCase().endsWith("chunked");
            }
        }
        var kept = keep ? new ByteArrayOutputStream() : null;
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                take(size, kept);
                line();
            }
            line();
        } else if (length > 0) {
            take(length, kept);
        } else if (length < 0 && status != 204 && status != 304) {
            throw new IOException("An answer without a length: " + first);
        }
        return new Answer(status, kept == null ? new byte[0] : kept.toByteArray());
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private void take(long length, ByteArrayOutputStream kept) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("The answer ended early");
            }
            if (kept != null) {
                kept.write(buffer, 0, read);
            }
            left -= read;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
