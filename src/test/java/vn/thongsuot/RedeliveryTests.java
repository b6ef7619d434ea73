package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import vn.thongsuot.access.AccessEvent;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.RecurringJob;

/// What a listener did not hear is told again, later and later, and parked in the end; never lost.
@Proves("S1.8")
class RedeliveryTests {

    private static final Actor JOB = new Actor.Job("test");

    static class Deaf {

        static final AtomicInteger FAILURES = new AtomicInteger();
        static final AtomicInteger TRIED = new AtomicInteger();
        static final AtomicInteger HEARD = new AtomicInteger();
        static final AtomicBoolean SLOWLY = new AtomicBoolean();

        @ApplicationModuleListener
        void on(AccessEvent.AccountOpened event) {
            TRIED.incrementAndGet();
            await().atMost(java.time.Duration.ofMinutes(1)).until(() -> !SLOWLY.get());
            if (FAILURES.getAndDecrement() > 0) {
                throw new IllegalStateException("a listener that fails");
            }
            HEARD.incrementAndGet();
        }
    }

    private static Node node;
    private static JdbcClient jdbc;
    private static int names;

    @BeforeAll
    static void start() {
        node = Node.start(TestDatabases.create(), List.of(Deaf.class), "--spring.profiles.active=production");
        jdbc = node.bean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void forget() {
        Deaf.FAILURES.set(0);
        Deaf.TRIED.set(0);
        Deaf.HEARD.set(0);
        jdbc.sql("delete from shared.undelivered").update();
        jdbc.sql("delete from event_publication").update();
    }

    @Test
    void whatFailedIsToldAgainAfterALongerPauseEachTime() {
        Deaf.FAILURES.set(3);
        happen();
        double before = 0;
        for (int tries = 1; tries <= 3; tries++) {
            collected();
            double pause = jdbc.sql("select extract(epoch from next_try - now()) from shared.undelivered")
                    .query(Double.class)
                    .single();
            assertThat(pause).as("seconds after try " + tries).isGreaterThan(before);
            before = pause + 2;
            assertThat(Deaf.TRIED).hasValue(tries);
            jdbc.sql("update shared.undelivered set next_try = now()").update();
            job().run();
        }
        await().until(() -> Deaf.HEARD.get() == 1);
        await().until(() -> count("event_publication") == 0 && count("shared.undelivered") == 0);
    }

    @Test
    void whatNobodyHeardBecauseItsNodeDiedIsToldAgain() {
        Deaf.FAILURES.set(1);
        happen();
        collected();
        // As a node leaves it that died before its listener began.
        jdbc.sql("""
                        with left_behind as (delete from shared.undelivered returning *)
                        insert into event_publication
                            (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
                        select id, listener_id, event_type, serialized_event, now() - interval '3 minutes', 'PUBLISHED', 1
                          from left_behind
                        """).update();
        collected();
        jdbc.sql("update shared.undelivered set next_try = now()").update();
        job().run();
        await().until(() -> Deaf.HEARD.get() == 1);
        await().until(() -> count("event_publication") == 0 && count("shared.undelivered") == 0);
    }

    @Test
    void afterTheLastTryItIsParkedAndLeftAlone() {
        Deaf.FAILURES.set(Integer.MAX_VALUE);
        happen();
        collected();
        jdbc.sql("update shared.undelivered set next_try = now(), tries = 9").update();
        job().run();
        collected();
        assertThat(jdbc.sql("select parked is not null from shared.undelivered")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        int tried = Deaf.TRIED.get();
        jdbc.sql("update shared.undelivered set next_try = now()").update();
        job().run();
        assertThat(Deaf.TRIED).hasValue(tried);
        assertThat(count("shared.undelivered")).isEqualTo(1);
    }

    /// A queue longer than the job's patience: what was heard after all is not told again, nor left for a person.
    @Test
    void whatIsHeardLateNoLongerWaits() {
        Deaf.SLOWLY.set(true);
        try {
            happen();
            await().until(() -> Deaf.TRIED.get() == 1);
            jdbc.sql("update event_publication set publication_date = now() - interval '3 minutes'")
                    .update();
            collected();
            jdbc.sql("update shared.undelivered set parked = now()").update();
        } finally {
            Deaf.SLOWLY.set(false);
        }
        await().until(() -> Deaf.HEARD.get() == 1);
        await().until(() -> count("shared.undelivered") == 0);
        assertThat(Deaf.TRIED).hasValue(1);
    }

    /// The listener has failed, and the job has seen it: the event is not on its way any more.
    private static void collected() {
        await().until(() -> {
            job().run();
            return count("shared.undelivered where given_back is null") == 1;
        });
    }

    private static void happen() {
        node.bean(Accounts.class).open("can.bo." + names++, null, null, JOB);
    }

    private static long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static RecurringJob job() {
        return node.beans(RecurringJob.class).stream()
                .filter(job -> job.name().equals("shared.redelivery"))
                .findFirst()
                .orElseThrow();
    }
}
