package org.fundtrail.launcher;

import java.util.ArrayList;
import java.util.List;

/** A program of which one thread runs out of memory, while another would go on. */
final class Hungry {

    private Hungry() {}

    public static void main(String[] arguments) throws Exception {
        new Thread(() -> {
                    List<byte[]> eaten = new ArrayList<>();
                    while (true) {
                        eaten.add(new byte[1024 * 1024]);
                    }
                })
                .start();
        Thread.sleep(60_000);
    }
}
