package org.fundtrail.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Whatever is killed, whenever, under load: nothing that was acknowledged is lost, nothing that was said not to be recorded is. No part of
 * {@code verify}: docs/architecture.md says how to run it.
 */
@Tag("kills")
@EnabledOnOs(OS.LINUX)
class KillsIT {
    private static final int CLERKS = 10;
    private static final long MEBIBYTE = 1 << 20;
    private static final List<House.Part> PARTS = List.of(
            House.Part.DATABASE,
            House.Part.FUNDING,
            House.Part.INFRASTRUCTURE,
            House.Part.GATEWAY,
            House.Part.LAUNCHER);

    /** What is killed: of the database's many processes one more often than of the others, which are one each. */
    private static final List<House.Part> ANY = Stream.concat(
                    Stream.of(House.Part.values()), Collections.nCopies(4, House.Part.BACKEND).stream())
            .toList();

    private final long seed = Long.getLong("seed", 1);
    private final int kills = Integer.getInteger("kills", 1000);
    private final Duration atMost = Duration.ofMinutes(Integer.getInteger("minutes", 60));
    private final Duration steady = Duration.ofMinutes(Integer.getInteger("steady", 10));

    private final House house =
            new House("kills", Map.of("FUNDTRAIL_LONGEST_PAUSE_SECONDS", "1", "FUNDTRAIL_LIMIT_WRITES", "10000"));
    private final Clerks clerks = new Clerks(house, seed);

    @AfterEach
    void stop() {
        house.stop();
        assertEquals(0, house.processesLeft(), house::said);
    }

    @Test
    void whatever_is_killed_at_any_moment_nothing_acknowledged_is_lost_and_nothing_refused_is_recorded()
            throws Exception {
        house.start();
        clerks.prepare();
        clerks.start(CLERKS, 5);
        var random = new Random(seed);
        var done = new TreeMap<House.Part, Integer>();
        var until = Instant.now().plus(atMost);
        int killed = 0;
        while (killed < kills && Instant.now().isBefore(until)) {
            Thread.sleep(random.nextInt(1000));
            house.launchIfEnded();
            var part = ANY.get(random.nextInt(ANY.size()));
            if (house.kill(part, random)) {
                killed++;
                done.merge(part, 1, Integer::sum);
                if (killed % 10 == 0) {
                    System.out.println(Instant.now() + " " + killed + " kills " + done + ", " + clerks.summary());
                }
            }
            if (random.nextInt(6) == 0) { // or the next comes while this one is being mended
                house.awaitMended();
                Thread.sleep(random.nextInt(3000));
            }
        }
        house.awaitMended();
        clerks.goHome();
        System.out.println(killed + " kills " + done + ", " + clerks.summary());
        assertTrue(killed >= Math.min(kills, 3 * atMost.toMinutes()), "only " + killed + " were killed");
        new Proof(house).of(clerks); // whatever was heard: a wrong answer may be all there is to it
        assertEquals(List.of(), clerks.wrong());
    }

    @Test
    void fifty_requests_a_second_and_each_killed_once_leave_no_error_that_sending_again_does_not_cure()
            throws Exception {
        house.start();
        clerks.prepare();
        var began = Instant.now();
        clerks.start(CLERKS, 6); // who waits before sending again sends less
        var random = new Random(seed);
        for (var part : PARTS) {
            Thread.sleep(steady.dividedBy(20).toMillis());
            assertTrue(house.kill(part, random), part::name);
            house.awaitMended();
        }
        sleepUntil(began.plus(steady.dividedBy(2)));
        var early = memory();
        sleepUntil(began.plus(steady));
        var late = memory();
        clerks.goHome();
        long aSecond =
                clerks.requests() / Duration.between(began, Instant.now()).toSeconds();
        System.out.println(
                "Memory " + early + ", later " + late + "; " + aSecond + " requests a second; " + clerks.summary());
        assertTrue(aSecond >= 25, "only " + aSecond + " requests a second were sent"); // 50 on a machine of its own
        new Proof(house).of(clerks); // whatever was heard: a wrong answer may be all there is to it
        assertEquals(List.of(), clerks.wrong());
        early.forEach((part, before) -> assertTrue(
                late.get(part) < before * 3 / 2 + 64, () -> part + " grew from " + before + " to " + late.get(part)));
    }

    private static void sleepUntil(Instant moment) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), moment).toMillis()));
    }

    /** MiB that each part holds: of a JVM what lives on its heap, of the database what is its processes' own. */
    private Map<House.Part, Long> memory() throws IOException, InterruptedException {
        var memory = new LinkedHashMap<House.Part, Long>();
        for (var part : PARTS) {
            long bytes = 0;
            for (var process : house.processes(part)) {
                bytes += part == House.Part.DATABASE ? own(process) : living(process);
            }
            memory.put(part, bytes / MEBIBYTE);
        }
        return memory;
    }

    private static long own(ProcessHandle process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /** The last line of the histogram, for which the JVM throws away first what is dead: {@code Total <objects> <bytes>}. */
    private static long living(ProcessHandle jvm) throws IOException, InterruptedException {
        var asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(jvm.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, asked.waitFor(), said);
        return Long.parseLong(said.substring(said.lastIndexOf(' ') + 1));
    }
}
