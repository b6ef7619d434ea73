package vn.thongsuot.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;

/// Remembers, on each node, what it committed until that is sealed. Before sealing no tree protects an entry; a
/// row altered or removed behind the platform's back is noticed here, and that is written into the log.
@Component
class Witness implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
    /// By then an entry is sealed several times over.
    private static final Duration AGE = Duration.ofSeconds(30);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int BATCH = 1_000;
    /// More than this only while nothing is sealed for a long time; the oldest are forgotten.
    private static final int MOST = 200_000;

    private record Seen(UUID entry, byte[] hash, long nanos) {}

    private record Found(UUID entry, @Nullable String body, boolean sealed, boolean waiting, boolean reported) {}

    private final Queue<Seen> committed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    Witness(JdbcTemplate jdbc, ApplicationEventPublisher events, TransactionTemplate transaction, BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Keeps the hash of `entry` once the transaction under way commits.
    void remember(Entry entry) {
        byte[] hash = MerkleTree.leaf(entry.body().getBytes(StandardCharsets.UTF_8));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                add(new Seen(entry.id(), hash, System.nanoTime()));
            }
        });
    }

    private void add(Seen seen) {
        committed.add(seen);
        if (count.incrementAndGet() > MOST && committed.poll() != null) {
            count.decrementAndGet();
        }
    }

    /// Looks after everything remembered for longer than `age`; how many entries were lost.
    int check(Duration age) {
        int lost = 0;
        List<Seen> unsealed = new ArrayList<>();
        for (List<Seen> batch = next(age); !batch.isEmpty(); batch = next(age)) {
            lost += check(batch, unsealed);
        }
        unsealed.forEach(this::add);
        return lost;
    }

    private List<Seen> next(Duration age) {
        long before = System.nanoTime() - age.toNanos();
        List<Seen> batch = new ArrayList<>();
        while (batch.size() < BATCH) {
            Seen first = committed.peek();
            if (first == null || first.nanos() - before > 0 || !committed.remove(first)) {
                break;
            }
            count.decrementAndGet();
            batch.add(first);
        }
        return batch;
    }

    private int check(List<Seen> batch, List<Seen> unsealed) {
        Object[] ids = batch.stream().map(Seen::entry).toArray();
        List<Found> rows = jdbc.query(
                """
                        select s.id, e.body, l.entry is not null as sealed, w.entry is not null as waiting,
                               r.id is not null as reported
                          from unnest(?::uuid[]) with ordinality as s (id, place)
                          left join audit.entry e on e.id = s.id
                          left join audit.leaf l on l.entry = s.id
                          left join audit.waiting w on w.entry = s.id
                          left join audit.entry r on r.thing_kind = 'audit-entry' and r.thing_id = s.id::text
                                                 and r.version = 1
                         order by s.place
                        """,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids)),
                (row, _) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getString("body"),
                        row.getBoolean("sealed"),
                        row.getBoolean("waiting"),
                        row.getBoolean("reported")));
        int lost = 0;
        for (int index = 0; index < batch.size(); index++) {
            Seen seen = batch.get(index);
            Found found = rows.get(index);
            String body = found.body();
            boolean whole = body != null
                    && Arrays.equals(seen.hash(), MerkleTree.leaf(body.getBytes(StandardCharsets.UTF_8)))
                    && (found.sealed() || found.waiting());
            if (!whole && !found.reported()) {
                report(seen.entry(), HexFormat.of().formatHex(seen.hash()));
                lost++;
            } else if (!found.sealed()) {
                unsealed.add(seen);
            }
        }
        return lost;
    }

    /// Writes into the log that `entry` is gone or altered; `hash` is of what was committed, empty where unknown.
    void report(UUID entry, String hash) {
        LOG.error("Entry {} of the audit log was altered or removed in the database before it was sealed", entry);
        transaction.executeWithoutResult(_ -> events.publishEvent(
                new AuditEvent.EntryLost(entry, 1, hash, new Actor.Job("audit.witness"), clock.instant())));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("audit-witness").start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watch() {
        while (running) {
            try {
                Thread.sleep(EVERY);
                check(AGE);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.warn("The audit log's unsealed entries could not be looked at; tried again soon", failed);
            }
        }
    }
}
