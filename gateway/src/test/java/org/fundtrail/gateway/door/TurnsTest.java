package org.fundtrail.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three at once, two of one person, and four may wait, two of one person. */
class TurnsTest {
    private static final Person ANNA = person("anna");
    private static final Person BEN = person("ben");
    private static final Person CECILIA = person("cecilia");

    private final Vertx vertx = Vertx.vertx();
    private final Turns turns = new Turns(3, 2, 4, 2);
    private final List<String> begun = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Person person(String name) {
        return new Person("urn:test", name, name, Set.of(), "LT-VRM", "api");
    }

    /** A request whose caller can go away. */
    private final class Caller {
        private final List<Handler<AsyncResult<Void>>> ends = new ArrayList<>();
        private final Promise<Void> answer = Promise.promise();

        private final RoutingContext context = standIn(RoutingContext.class, (name, arguments) -> switch (name) {
            case "addEndHandler" -> {
                ends.add(end(arguments[0]));
                yield 0;
            }
            case "response" -> standIn(HttpServerResponse.class, (asked, none) -> false);
            default -> throw new UnsupportedOperationException(name);
        });

        boolean takes(Person person, String name) throws Exception {
            return takes(person, () -> {
                begun.add(name);
                return answer.future();
            });
        }

        boolean takes(Person person, Supplier<Future<Void>> go) throws Exception {
            var taken = new CompletableFuture<Boolean>();
            vertx.getOrCreateContext().runOnContext(now -> {
                try {
                    taken.complete(turns.take(context, person, go));
                } catch (RuntimeException e) {
                    taken.completeExceptionally(e);
                }
            });
            return taken.get(5, TimeUnit.SECONDS);
        }

        void isAnswered() throws Exception {
            answer.complete();
            settled();
        }

        void goes() {
            ends.forEach(end -> end.handle(Future.succeededFuture()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Handler<AsyncResult<Void>> end(Object handler) {
        return (Handler<AsyncResult<Void>>) handler;
    }

    private interface Answering {
        Object to(String method, Object[] arguments);
    }

    private static <T> T standIn(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answering.to(method.getName(), arguments)));
    }

    /** Until what was handed on has been begun. */
    private void settled() throws Exception {
        for (int n = 0; n < 3; n++) {
            var passed = new CompletableFuture<Void>();
            vertx.getOrCreateContext().runOnContext(now -> passed.complete(null));
            passed.get(5, TimeUnit.SECONDS);
        }
        Thread.sleep(50);
    }

    @Test
    void of_one_person_no_more_than_a_part_and_others_pass_by() throws Exception {
        var first = new Caller();
        assertTrue(first.takes(ANNA, "anna 1"));
        assertTrue(new Caller().takes(ANNA, "anna 2"));
        assertTrue(new Caller().takes(ANNA, "anna 3"));
        assertTrue(new Caller().takes(BEN, "ben 1"));
        assertEquals(List.of("anna 1", "anna 2", "ben 1"), begun);
        first.isAnswered();
        assertEquals(List.of("anna 1", "anna 2", "ben 1", "anna 3"), begun);
    }

    @Test
    void who_goes_away_while_waiting_gives_up_the_place() throws Exception {
        var first = new Caller();
        assertTrue(first.takes(ANNA, "anna 1"));
        assertTrue(new Caller().takes(ANNA, "anna 2"));
        var gone = new Caller();
        assertTrue(gone.takes(ANNA, "gone"));
        assertTrue(new Caller().takes(ANNA, "anna 3"));
        gone.goes();
        first.isAnswered();
        assertEquals(List.of("anna 1", "anna 2", "anna 3"), begun);
    }

    @Test
    void one_person_cannot_take_all_the_places_to_wait_in() throws Exception {
        for (int n = 1; n <= 4; n++) {
            assertTrue(new Caller().takes(ANNA, "anna " + n)); // two ask, two wait
        }
        assertFalse(new Caller().takes(ANNA, "anna 5"));
        assertTrue(new Caller().takes(BEN, "ben 1"));
        assertTrue(new Caller().takes(BEN, "ben 2"));
        assertTrue(new Caller().takes(CECILIA, "cecilia 1"));
        assertEquals(List.of("anna 1", "anna 2", "ben 1"), begun);
        assertFalse(new Caller().takes(CECILIA, "cecilia 2"), "four wait");
    }

    @Test
    void whoever_cannot_be_asked_gives_back_the_place() throws Exception {
        for (int n = 0; n < 5; n++) {
            assertThrows(
                    Exception.class,
                    () -> new Caller().takes(ANNA, () -> {
                        throw new IllegalStateException("a wrong address");
                    }));
        }
        assertTrue(new Caller().takes(ANNA, "anna 1"));
        assertEquals(List.of("anna 1"), begun);
    }
}
