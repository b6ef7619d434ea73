package vn.thongsuot.exchange;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.RecurringJob;
import vn.thongsuot.shared.Refusal;

/// Carries what waits in the {@link Queue}: at once after the transaction that queued it, and every five seconds on the
/// node that holds the lease, for whatever a node that died or a connector that failed left there.
@Component
class Courier implements RecurringJob, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final int AT_ONCE = 50;
    private static final int LONGEST_FAILURE = 200;

    private final Queue queue;
    private final List<Connector> connectors;
    private final ReentrantLock round = new ReentrantLock();
    private final AtomicBoolean more = new AtomicBoolean();
    private volatile boolean running;

    Courier(Queue queue, List<Connector> connectors) {
        this.queue = queue;
        this.connectors = connectors;
    }

    @Override
    public String name() {
        return "exchange.courier";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    /// Goes when the surrounding transaction has committed, in a thread of its own.
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("courier").start(Courier.this::wake);
            }
        });
    }

    private void wake() {
        try {
            run();
        } catch (RuntimeException failed) {
            // What waits is in the database; the next round finds it.
            LOG.warn("The exchange could not carry what was queued just now; it is tried again", failed);
        }
    }

    /// Until nothing is due. One round at a time on a node; who comes meanwhile makes it go round once more.
    @Override
    public void run() {
        more.set(true);
        while (running && more.get() && round.tryLock()) {
            try {
                while (more.getAndSet(false)) {
                    carryAll();
                }
            } finally {
                round.unlock();
            }
        }
    }

    private void carryAll() {
        int carried;
        do {
            List<Queue.Due<Packet>> packets = queue.takePackets(AT_ONCE);
            packets.forEach(this::deliver);
            List<Queue.Due<StatusReport>> reports = queue.takeReports(AT_ONCE);
            reports.forEach(this::report);
            carried = packets.size() + reports.size();
        } while (running && carried > 0);
    }

    private void deliver(Queue.Due<Packet> due) {
        carry(
                due.what().receiver(),
                connector -> connector.deliver(due.what()),
                () -> queue.packetCarried(due.id()),
                (failure, forGood) -> queue.packetFailed(due, failure, forGood));
    }

    private void report(Queue.Due<StatusReport> due) {
        carry(
                due.what().goesTo(),
                connector -> connector.report(due.what()),
                () -> queue.reportCarried(due.id()),
                (failure, forGood) -> queue.reportFailed(due, failure, forGood));
    }

    @FunctionalInterface
    private interface Failed {

        void because(String failure, boolean forGood);
    }

    private void carry(AgencyId to, Consumer<Connector> act, Runnable done, Failed failed) {
        try {
            act.accept(connectors.stream()
                    .filter(connector -> connector.reaches(to))
                    .findFirst()
                    .orElseThrow(ExchangeProblem.NO_CONNECTOR::because));
            done.run();
        } catch (Refusal refused) {
            LOG.warn("The exchange is refused by {}: {}", to, refused.problem().code());
            failed.because(refused.problem().code(), refused.problem() != ExchangeProblem.NO_CONNECTOR);
        } catch (RuntimeException broken) {
            LOG.warn("The exchange does not reach {}; it is tried again", to, broken);
            String said = broken.getClass().getSimpleName();
            failed.because(said.substring(0, Math.min(said.length(), LONGEST_FAILURE)), false);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /// Waits for the round under way, so that nothing touches the database after it is closed.
    @Override
    public void stop() {
        running = false;
        try {
            if (round.tryLock(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                round.unlock();
            } else {
                LOG.warn("The exchange did not end its round within {}", STOP_WITHIN);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
