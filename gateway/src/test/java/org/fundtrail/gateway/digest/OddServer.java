package org.fundtrail.gateway.digest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A mail server that says something else to one command, or hangs up; it serves one client after the other. */
final class OddServer implements AutoCloseable {
    /** In place of an answer it hangs up. */
    static final String GONE = "";

    private final ServerSocket socket;
    private final Map<String, String> odd;

    /** @param odd what it answers to a command, such as {@code RCPT}, or to the end of a mail: {@code .} */
    OddServer(Map<String, String> odd) throws IOException {
        this.odd = odd;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "odd mail server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
                var out = client.getOutputStream();
                say(out, "220 odd");
                boolean isMail = false;
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (isMail && !line.equals(".")) {
                        continue;
                    }
                    var command = line.split("[ :]")[0].toUpperCase();
                    var answer = odd.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 good");
                    if (answer.equals(GONE)) {
                        break;
                    }
                    isMail = command.equals("DATA") && answer.startsWith("354");
                    say(out, answer);
                }
            } catch (IOException gone) {
                // the next one is served
            }
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
