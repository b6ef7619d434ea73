package vn.thongsuot.shared;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;

/// Crosses what listeners have heard off the event registry in batches, and does not note that a listener began:
/// two commits less per event and listener, which cost more than the listeners. A node that dies forgets the last
/// batch, and its events are delivered once more: listeners are idempotent anyway.
@Component
class HeardEvents implements BeanPostProcessor, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HeardEvents.class);
    private static final int EVERY_MILLIS = 50;
    private static final int BATCH = 1_000;

    private final Queue<UUID> heard = new ConcurrentLinkedQueue<>();
    private final ObjectProvider<JdbcClient> jdbc;
    private @Nullable EventPublicationRepository registry;
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    /// @param jdbc asked late: whoever looks at every bean is made before them
    HeardEvents(ObjectProvider<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof EventPublicationRepository repository)) {
            return bean;
        }
        registry = repository;
        return Proxy.newProxyInstance(
                EventPublicationRepository.class.getClassLoader(),
                new Class<?>[] {EventPublicationRepository.class},
                (_, method, arguments) -> call(repository, method, arguments));
    }

    private @Nullable Object call(EventPublicationRepository repository, Method method, Object[] arguments)
            throws Throwable {
        if (method.getName().equals("markProcessing")) {
            return null;
        }
        if (running && method.getName().equals("markCompleted")) {
            if (arguments[0] instanceof TargetEventPublication publication) {
                heard.add(publication.getIdentifier());
                return null;
            }
            if (arguments[0] instanceof UUID id) {
                heard.add(id);
                return null;
            }
        }
        try {
            return method.invoke(repository, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("heard-events").start(this::repeat);
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        crossOff();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void repeat() {
        while (running) {
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException hurried) {
                return;
            }
            crossOff();
        }
    }

    private synchronized void crossOff() {
        EventPublicationRepository repository = registry;
        while (repository != null && !heard.isEmpty()) {
            List<UUID> batch = new ArrayList<>();
            for (UUID id = heard.poll(); id != null; id = batch.size() < BATCH ? heard.poll() : null) {
                batch.add(id);
            }
            try {
                repository.deletePublications(batch);
                // Heard after all, only late: it was already taken out to be told again, or parked.
                jdbc.getObject()
                        .sql("delete from shared.undelivered where id = any(:heard)")
                        .param("heard", batch.toArray(UUID[]::new))
                        .update();
            } catch (RuntimeException failed) {
                LOG.warn("{} heard events could not be crossed off; tried again", batch.size(), failed);
                heard.addAll(batch);
                return;
            }
        }
    }
}
