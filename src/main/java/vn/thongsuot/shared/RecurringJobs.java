package vn.thongsuot.shared;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs every {@link RecurringJob}, each on its own virtual thread, on the node that holds its lease. Measures:
/// whether this node does a job (`thongsuot_job_held`), how long runs take (`thongsuot_job_runs`), how many failed.
@Component
class RecurringJobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringJobs.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final List<RecurringJob> jobs;
    private final Leases leases;
    private final MeterRegistry meters;
    private final Set<String> holding = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile CountDownLatch ended = new CountDownLatch(0);

    RecurringJobs(List<RecurringJob> jobs, Leases leases, MeterRegistry meters) {
        this.jobs = jobs;
        this.leases = leases;
        this.meters = meters;
        jobs.forEach(job -> Gauge.builder("thongsuot.job.held", () -> holding.contains(job.name()) ? 1 : 0)
                .tag("job", job.name())
                .register(meters));
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        ended = new CountDownLatch(jobs.size());
        jobs.forEach(job -> Thread.ofVirtual().name("job-" + job.name()).start(() -> repeat(job)));
    }

    /// Waits for the runs under way, so that nothing touches the database after it is closed.
    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (!ended.await(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A recurring job did not end within {}", STOP_WITHIN);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void repeat(RecurringJob job) {
        boolean held = false;
        try {
            while (!stopping.await(pause(job, held).toMillis(), TimeUnit.MILLISECONDS)) {
                held = runOnce(job);
            }
            if (held) {
                holding.remove(job.name());
                leases.release(job.name());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.warn("The lease of {} could not be given back; it runs out by itself", job.name(), failed);
        } finally {
            ended.countDown();
        }
    }

    /// A node without the lease asks again soon, so that a dead node's work goes on within a lease's length.
    private static Duration pause(RecurringJob job, boolean held) {
        Duration look = LEASE.dividedBy(3);
        return held || job.every().compareTo(look) < 0 ? job.every() : look;
    }

    /// Runs `job` if this node holds its lease; whether it does.
    private boolean runOnce(RecurringJob job) {
        try {
            if (!leases.hold(job.name(), LEASE.plus(job.every()))) {
                holding.remove(job.name());
                return false;
            }
            holding.add(job.name());
            Timer.Sample run = Timer.start(meters);
            job.run();
            run.stop(meters.timer("thongsuot.job.runs", "job", job.name()));
            return true;
        } catch (RuntimeException failed) {
            Counter failures = meters.counter("thongsuot.job.failures", "job", job.name());
            failures.increment();
            LOG.error("{} failed; it is tried again in {}", job.name(), job.every(), failed);
            return true;
        }
    }
}
