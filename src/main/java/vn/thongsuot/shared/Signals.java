package vn.thongsuot.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// **Tín hiệu giữa các máy.** Tells every node that something named by a topic changed, so that it re-reads. A
/// signal says *that*, never *what*. Delivered by PostgreSQL's `NOTIFY` within milliseconds; after a lost
/// connection, and every five seconds anyway, the version rows are compared, so a signal is late at worst, never
/// lost.
@Component
public final class Signals implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final String CHANNEL = "thongsuot";
    private static final int COMPARE_EVERY_MILLIS = 5_000;
    private static final int RECONNECT_AFTER_MILLIS = 250;
    private static final int STOP_WITHIN_MILLIS = 2_000;

    private final JdbcClient jdbc;
    private final JdbcConnectionDetails address;
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection listening;

    Signals(JdbcClient jdbc, JdbcConnectionDetails address) {
        this.jdbc = jdbc;
        this.address = address;
    }

    /// Runs `action` on this node whenever `topic` was announced on any node. Actions are idempotent: they may
    /// run more often.
    public void on(String topic, Runnable action) {
        listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(action);
    }

    /// Announces `topic` to all nodes: after the surrounding transaction commits, or at once without one. What was
    /// committed is announced even if this node dies before it comes to it: another node finds it owed.
    public void announce(String topic) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            jdbc.sql("insert into shared.signal_owed (topic) values (:topic)")
                    .param("topic", topic)
                    .update();
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    // A thread of its own: inside afterCommit the old connection is still bound, and NOTIFY needs its
                    // own commit.
                    Thread.startVirtualThread(() -> sendOrOwe(topic));
                }
            });
        } else {
            send(topic);
        }
    }

    private void sendOrOwe(String topic) {
        try {
            send(topic);
        } catch (DataAccessException busy) {
            LOG.warn("Signal {} could not be announced at once; the next comparison does it", topic, busy);
        }
    }

    private void send(String topic) {
        jdbc.sql("""
                        with paid as (
                            delete from shared.signal_owed where topic = :topic),
                        bumped as (
                            insert into shared.signal (topic, version) values (:topic, 1)
                            on conflict (topic) do update set version = shared.signal.version + 1
                            returning version)
                        select pg_notify(:channel, :topic) from bumped
                        """)
                .param("topic", topic)
                .param("channel", CHANNEL)
                .query((_, _) -> topic)
                .list();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("signals").start(this::listen);
    }

    /// Waits for the listening thread, so that nothing touches the database after it is closed.
    @Override
    public void stop() {
        running = false;
        Thread listener = thread;
        if (listener == null) {
            return;
        }
        try (Connection waiting = listening) {
            listener.interrupt();
        } catch (SQLException lost) {
            LOG.debug("The signal connection was already gone", lost);
        }
        try {
            listener.join(STOP_WITHIN_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (Connection connection = connect()) {
                listening = connection;
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                compare();
                receive(connection.unwrap(PGConnection.class));
            } catch (SQLException | DataAccessException lost) {
                pauseBeforeReconnecting(lost);
            }
        }
    }

    private Connection connect() throws SQLException {
        return java.sql.DriverManager.getConnection(address.getJdbcUrl(), address.getUsername(), address.getPassword());
    }

    private void receive(PGConnection connection) throws SQLException {
        while (running) {
            PGNotification[] received = connection.getNotifications(COMPARE_EVERY_MILLIS);
            if (received == null || received.length == 0) {
                compare();
            } else {
                // What was announced many times while the last one was followed is followed once.
                Arrays.stream(received)
                        .map(PGNotification::getParameter)
                        .distinct()
                        .forEach(this::run);
            }
        }
    }

    /// Runs the topics whose version row moved since this node last looked.
    private void compare() {
        jdbc.sql("select distinct topic from shared.signal_owed")
                .query((row, _) -> row.getString("topic"))
                .list()
                .forEach(this::send);
        jdbc.sql("select topic, version from shared.signal")
                .query((row, _) -> Map.entry(row.getString("topic"), row.getLong("version")))
                .list()
                .forEach(entry -> {
                    Long before = seen.put(entry.getKey(), entry.getValue());
                    if (before == null || !before.equals(entry.getValue())) {
                        run(entry.getKey());
                    }
                });
    }

    private void run(String topic) {
        for (Runnable action : listeners.getOrDefault(topic, List.of())) {
            try {
                action.run();
            } catch (RuntimeException failed) {
                LOG.error("Signal {} could not be followed; the next comparison tries again", topic, failed);
                seen.remove(topic);
            }
        }
    }

    private void pauseBeforeReconnecting(Exception lost) {
        if (!running) {
            return;
        }
        LOG.warn("Signal connection lost, reconnecting: {}", lost.getMessage());
        try {
            Thread.sleep(RECONNECT_AFTER_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
