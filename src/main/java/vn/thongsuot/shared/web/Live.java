package vn.thongsuot.shared.web;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.thongsuot.shared.LiveTopic;
import vn.thongsuot.shared.Signals;

/// Tells open pages on this node that a topic was announced on any node. A slow reader holds up nobody: each has
/// a thread of its own, and what it has not read yet is told once, not queued.
@Component
final class Live {

    static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /// After this the browser comes again by itself, and is asked anew who it is.
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final List<LiveTopic> topics;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    Live(List<LiveTopic> topics, Signals signals) {
        this.topics = topics;
        topics.forEach(topic -> signals.on(topic.name(), () -> tell(topic.name())));
    }

    /// The registered ones of `names` that `permissions` let a person hear.
    Set<String> audible(List<String> names, Set<String> permissions) {
        Set<String> heard = new LinkedHashSet<>();
        for (LiveTopic topic : topics) {
            if (names.contains(topic.name())
                    && permissions.contains(topic.permission().name())) {
                heard.add(topic.name());
            }
        }
        return heard;
    }

    SseEmitter listen(Set<String> names) {
        Listener listener = new Listener(names, new SseEmitter(0L));
        listeners.add(listener);
        Thread.ofVirtual().name("live").start(() -> {
            listener.run();
            listeners.remove(listener);
        });
        return listener.emitter;
    }

    private void tell(String topic) {
        listeners.forEach(listener -> listener.tell(topic));
    }

    /// Before the server waits for open requests to end.
    @EventListener(ContextClosedEvent.class)
    void close() {
        listeners.forEach(Listener::end);
    }

    private static final class Listener {

        private final Set<String> names;
        private final SseEmitter emitter;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition told = lock.newCondition();
        private final Set<String> waiting = new LinkedHashSet<>();
        private boolean ended;

        Listener(Set<String> names, SseEmitter emitter) {
            this.names = names;
            this.emitter = emitter;
            emitter.onCompletion(this::end);
            emitter.onError(_ -> end());
        }

        void tell(String topic) {
            lock.lock();
            try {
                if (names.contains(topic)) {
                    waiting.add(topic);
                    told.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        void end() {
            lock.lock();
            try {
                ended = true;
                told.signal();
            } finally {
                lock.unlock();
            }
        }

        void run() {
            long beats = LONGEST.dividedBy(HEARTBEAT);
            try {
                emitter.send(SseEmitter.event().comment("ready").reconnectTime(1_000));
                for (long beat = 0; beat < beats; beat++) {
                    Set<String> now = next();
                    if (over()) {
                        break;
                    }
                    if (now.isEmpty()) {
                        emitter.send(SseEmitter.event().comment("beat"));
                    }
                    for (String topic : now) {
                        emitter.send(SseEmitter.event().name(topic).data("changed"));
                    }
                }
                emitter.complete();
            } catch (IOException | IllegalStateException gone) {
                // The reader closed the page; nothing is owed to them.
                emitter.completeWithError(gone);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                emitter.complete();
            }
        }

        private Set<String> next() throws InterruptedException {
            lock.lock();
            try {
                long left = HEARTBEAT.toNanos();
                while (waiting.isEmpty() && !ended && left > 0) {
                    left = told.awaitNanos(left);
                }
                Set<String> now = new LinkedHashSet<>(waiting);
                waiting.clear();
                return now;
            } finally {
                lock.unlock();
            }
        }

        private boolean over() {
            lock.lock();
            try {
                return ended;
            } finally {
                lock.unlock();
            }
        }
    }
}
