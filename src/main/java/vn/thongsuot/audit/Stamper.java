package vn.thongsuot.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.RecurringJob;

/// Has the latest checkpoint stamped, twice a day: a stamp covers everything sealed before it.
@Component
class Stamper implements RecurringJob {

    private static final Duration LOOK = Duration.ofMinutes(15);
    private static final Duration BETWEEN = Duration.ofHours(12);

    private final CheckpointQueries queries;
    private final ObjectProvider<CheckpointStamps> authority;
    private final JdbcClient jdbc;
    private final InstantSource realTime;

    Stamper(
            CheckpointQueries queries,
            ObjectProvider<CheckpointStamps> authority,
            JdbcClient jdbc,
            InstantSource realTime) {
        this.queries = queries;
        this.authority = authority;
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    @Override
    public String name() {
        return "audit.stamper";
    }

    @Override
    public Duration every() {
        return LOOK;
    }

    @Override
    public void run() {
        Instant now = CanonicalJson.micros(realTime.instant());
        authority.ifAvailable(stamps -> queries.latest()
                .filter(latest -> latest.stamped() == null)
                .filter(_ -> lastStamp().filter(now.minus(BETWEEN)::isBefore).isEmpty())
                .ifPresent(latest -> keep(latest, stamps, now)));
    }

    private Optional<Instant> lastStamp() {
        return jdbc.sql("select stamped_at from audit.checkpoint where stamp is not null order by number desc limit 1")
                .query((row, _) -> row.getTimestamp("stamped_at").toInstant())
                .optional();
    }

    private void keep(Checkpoints.Checkpoint latest, CheckpointStamps stamps, Instant now) {
        byte[] token = stamps.stamp(Sha256.of(latest.note().getBytes(StandardCharsets.UTF_8)));
        jdbc.sql(
                        "update audit.checkpoint set stamp = :token, stamped_at = :now where number = :number and stamp is null")
                .param("token", token)
                .param("now", Timestamp.from(now))
                .param("number", latest.number())
                .update();
    }
}
