package vn.thongsuot.shared.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.thongsuot.shared.LiveTopic;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PersonalTopic;
import vn.thongsuot.shared.Signals;

/// Tells open pages on this node that a topic was announced on any node; of a personal one, only the pages
/// of those for whom something changed. A slow reader holds up nobody: each has a thread of its own, and
/// what it has not read yet is told once, not queued.
@Component
final class Live {

    static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /// After this the browser comes again by itself, and is asked anew who it is.
    static final Duration LONGEST = Duration.ofMinutes(5);

    /// At least, and up to twice as long: after a restart not every page comes back in the same moment.
    private static final long RECONNECT_MILLIS = 700;

    private final List<LiveTopic> topics;
    private final List<PersonalTopic> personal;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    Live(List<LiveTopic> topics, List<PersonalTopic> personal, Signals signals) {
        this.topics = topics;
        this.personal = personal;
        topics.forEach(topic -> signals.on(topic.name(), () -> tell(topic.name())));
        personal.forEach(topic -> signals.on(topic.name(), () -> tellThoseConcerned(topic)));
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
        for (PersonalTopic topic : personal) {
            if (names.contains(topic.name())
                    && permissions.contains(topic.permission().name())) {
                heard.add(topic.name());
            }
        }
        return heard;
    }

    /// @param officer whose personal topics are heard; null for who is none
    SseEmitter listen(Set<String> names, @Nullable OfficerId officer) {
        Listener listener = new Listener(names, officer, new SseEmitter(0L));
        listeners.add(listener);
        try {
            // After it stands in the list: what changes from here on is told.
            personal.stream().filter(listener::hears).forEach(topic -> listener.begin(topic, marks(topic, listener)));
        } catch (RuntimeException unreadable) {
            listeners.remove(listener);
            throw unreadable;
        }
        Thread.ofVirtual().name("live").start(() -> {
            listener.run();
            listeners.remove(listener);
        });
        return listener.emitter;
    }

    private void tell(String topic) {
        listeners.forEach(listener -> listener.tell(topic));
    }

    private void tellThoseConcerned(PersonalTopic topic) {
        List<Listener> concerned =
                listeners.stream().filter(listener -> listener.hears(topic)).toList();
        Map<OfficerId, String> marks = marks(topic, concerned.toArray(Listener[]::new));
        concerned.forEach(listener -> listener.compare(topic, marks));
    }

    private static Map<OfficerId, String> marks(PersonalTopic topic, Listener... listening) {
        Set<OfficerId> officers = Arrays.stream(listening)
                .flatMap(listener -> Optional.ofNullable(listener.officer).stream())
                .collect(Collectors.toSet());
        return officers.isEmpty() ? Map.of() : topic.marks(officers);
    }

    /// Before the server waits for open requests to end.
    @EventListener(ContextClosedEvent.class)
    void close() {
        listeners.forEach(Listener::end);
    }

    private static final class Listener {

        private final Set<String> names;
        private final @Nullable OfficerId officer;
        private final SseEmitter emitter;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition told = lock.newCondition();
        private final Set<String> waiting = new LinkedHashSet<>();
        private final Map<String, String> marks = new HashMap<>();
        private boolean ended;

        Listener(Set<String> names, @Nullable OfficerId officer, SseEmitter emitter) {
            this.names = names;
            this.officer = officer;
            this.emitter = emitter;
            emitter.onCompletion(this::end);
            emitter.onError(_ -> end());
        }

        boolean hears(PersonalTopic topic) {
            return officer != null && names.contains(topic.name());
        }

        /// How things stand as the page opens, unless something was told since.
        void begin(PersonalTopic topic, Map<OfficerId, String> now) {
            lock.lock();
            try {
                marks.putIfAbsent(topic.name(), now.getOrDefault(officer, ""));
            } finally {
                lock.unlock();
            }
        }

        void compare(PersonalTopic topic, Map<OfficerId, String> now) {
            lock.lock();
            try {
                String mark = now.getOrDefault(officer, "");
                if (!mark.equals(marks.put(topic.name(), mark))) {
                    waiting.add(topic.name());
                    told.signal();
                }
            } finally {
                lock.unlock();
            }
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
            long began = System.nanoTime();
            try {
                emitter.send(SseEmitter.event()
                        .comment("ready")
                        .reconnectTime(
                                RECONNECT_MILLIS + ThreadLocalRandom.current().nextLong(RECONNECT_MILLIS)));
                while (System.nanoTime() - began < LONGEST.toNanos()) {
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
