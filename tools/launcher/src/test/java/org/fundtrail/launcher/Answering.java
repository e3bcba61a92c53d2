package org.fundtrail.launcher;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that says how it is: the status that stands in a file, or {@code half} for an answer that breaks off after its head. */
final class Answering {

    private Answering() {}

    public static void main(String[] arguments) throws Exception {
        Path status = Path.of(arguments[1]);
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(arguments[0])), 0);
        server.createContext("/q/health/live", exchange -> {
            String said = Files.readString(status);
            if (said.equals("half")) {
                exchange.sendResponseHeaders(200, 100); // and not a byte of them
                exchange.getResponseBody().flush();
                return;
            }
            exchange.sendResponseHeaders(Integer.parseInt(said), -1);
            exchange.close();
        });
        server.start();
    }
}
