package org.fundtrail.launcher;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that says how it is: the status that stands in a file. */
final class Answering {

    private Answering() {}

    public static void main(String[] arguments) throws Exception {
        Path status = Path.of(arguments[1]);
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(arguments[0])), 0);
        server.createContext("/q/health/live", exchange -> {
            exchange.sendResponseHeaders(Integer.parseInt(Files.readString(status)), -1);
            exchange.close();
        });
        server.start();
    }
}
