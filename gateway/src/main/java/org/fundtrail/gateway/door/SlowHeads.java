package org.fundtrail.gateway.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which the head of a request arrives byte by byte, so that the idle timeout never counts. Vert.x speaks of a
 * connection only once a whole head has come, so the connections of its event loops are looked through for new ones.
 */
@Singleton
class SlowHeads {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String WATCH = SlowHeads.class.getName();
    /** What Vert.x calls its own end of a connection that speaks HTTP. */
    private static final String VERTX = "handler";

    private final Vertx vertx;
    private final Duration within;
    private long timer;

    SlowHeads(Vertx vertx, DoorConfig config) {
        this.vertx = vertx;
        this.within = config.headWithin();
    }

    void start(@Observes StartupEvent start) {
        timer = vertx.setPeriodic(
                LOOK.toMillis(),
                tick -> vertx.nettyEventLoopGroup()
                        .forEach(loop -> loop.execute(() -> ((SingleThreadEventLoop) loop)
                                .registeredChannelsIterator()
                                .forEachRemaining(this::watch))));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void watch(Channel channel) {
        var line = channel.pipeline();
        if (channel.parent() instanceof ServerChannel && line.get(VERTX) != null && line.get(WATCH) == null) {
            line.addBefore(VERTX, WATCH, new Watch());
        }
    }

    /** Between the decoder and Vert.x: bytes came that are no part of a request yet. */
    private final class Watch extends ChannelInboundHandlerAdapter {
        private boolean isBetween = true;
        private boolean isHeard;
        private Future<?> deadline;

        @Override
        public void channelRead(ChannelHandlerContext connection, Object read) {
            if (read instanceof HttpObject) {
                isHeard = true;
                isBetween = read instanceof LastHttpContent;
                cancel();
            }
            connection.fireChannelRead(read);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext connection) {
            if (isBetween && !isHeard && deadline == null) {
                deadline = connection
                        .executor()
                        .schedule(() -> connection.close(), within.toMillis(), TimeUnit.MILLISECONDS);
            }
            isHeard = false;
            connection.fireChannelReadComplete();
        }

        @Override
        public void channelInactive(ChannelHandlerContext connection) {
            cancel();
            connection.fireChannelInactive();
        }

        private void cancel() {
            if (deadline != null) {
                deadline.cancel(false);
                deadline = null;
            }
        }
    }
}
