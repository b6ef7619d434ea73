package vn.thongsuot.shared;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/// Delivers once more what a listener did not hear: because it failed, because its node died, or because it found no
/// connection. Waits longer from try to try (10 s, 20 s, 40 s … one hour); after ten the event is parked until a person
/// decides. Measures: `thongsuot_events_undelivered` by `state` (`waiting`, `parked`).
@Component
class Redelivery implements RecurringJob {

    static final int MOST_TRIES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Redelivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /// Longer than what is queued on a living node waits there: what is delivered twice is only work.
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(2);

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final FailedEventPublications failed;

    Redelivery(JdbcClient jdbc, FailedEventPublications failed, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.failed = failed;
        gauge(meters, "waiting", "parked is null and given_back is null");
        gauge(meters, "parked", "parked is not null");
    }

    private void gauge(MeterRegistry meters, String state, String condition) {
        Gauge.builder(
                        "thongsuot.events.undelivered",
                        () -> jdbc.sql("select count(*) from shared.undelivered where " + condition)
                                .query(Long.class)
                                .single())
                .tag("state", state)
                .register(meters);
    }

    @Override
    public String name() {
        return "shared.redelivery";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        collect();
        forgetHeard();
        if (giveBack() > 0) {
            failed.resubmit(ResubmissionOptions.defaults()
                    .withBatchSize(AT_ONCE)
                    .withMaxInFlight(AT_ONCE)
                    .withMinAge(Duration.ZERO));
        }
    }

    /// Takes out of the registry what failed, and what nobody heard in time.
    private void collect() {
        List<Missed> missed = jdbc.sql("""
                        with missed as (
                            delete from event_publication
                             where status = 'FAILED'
                                or status in ('PUBLISHED', 'PROCESSING')
                                   and publication_date < now() - make_interval(secs => :forgotten)
                                or status = 'RESUBMITTED'
                                   and last_resubmission_date < now() - make_interval(secs => :forgotten)
                            returning *)
                        insert into shared.undelivered
                            (id, listener_id, event_type, serialized_event, publication_date, tries, next_try, parked)
                        select id, listener_id, event_type, serialized_event, publication_date, completion_attempts,
                               now() + make_interval(secs => least(
                                   :longest, :first * power(2, greatest(completion_attempts - 1, 0)))),
                               case when completion_attempts >= :most then now() end
                          from missed
                        on conflict (id) do update
                            set tries = excluded.tries, next_try = excluded.next_try, parked = excluded.parked,
                                given_back = null
                        returning listener_id, tries, parked is not null as parked
                        """)
                .param("forgotten", FORGOTTEN_AFTER.toSeconds())
                .param("first", FIRST_PAUSE.toSeconds())
                .param("longest", LONGEST_PAUSE.toSeconds())
                .param("most", MOST_TRIES)
                .query((row, _) ->
                        new Missed(row.getString("listener_id"), row.getInt("tries"), row.getBoolean("parked")))
                .list();
        missed.forEach(event -> {
            if (event.parked()) {
                LOG.error("{} did not hear an event in {} tries: it is parked", event.listenerId(), event.tries());
            } else {
                LOG.warn("{} did not hear an event; it is told again (try {})", event.listenerId(), event.tries());
            }
        });
    }

    /// What was given back and is no longer in the registry has been heard.
    private void forgetHeard() {
        jdbc.sql("""
                        delete from shared.undelivered
                         where given_back is not null
                           and not exists (select from event_publication where event_publication.id = undelivered.id)
                        """).update();
    }

    /// Puts what is due back into the registry, where Modulith takes it up.
    private int giveBack() {
        return jdbc.sql("""
                        with due as (
                            update shared.undelivered set given_back = now()
                             where id in (select id from shared.undelivered
                                           where parked is null and given_back is null and next_try <= now()
                                           order by next_try limit :most for update skip locked)
                            returning *)
                        insert into event_publication
                            (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
                        select id, listener_id, event_type, serialized_event, publication_date, 'FAILED', tries from due
                        on conflict (id) do nothing
                        """).param("most", AT_ONCE).update();
    }

    private record Missed(String listenerId, int tries, boolean parked) {}
}
