package vn.thongsuot.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts failed sign-ins on all nodes together: five wrong passwords for a name lock it for 15 minutes, thirty
/// from one address lock the address. Names that nobody has are counted like others, so that a lock tells
/// nothing.
@Component
class SignInFailures {

    static final int PER_NAME = 5;
    static final int PER_ADDRESS = 30;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final InstantSource realTime;

    SignInFailures(JdbcClient jdbc, InstantSource realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    static String ofName(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return "name:" + lower.substring(0, Math.min(lower.length(), 60));
    }

    static String ofAddress(String address) {
        return "address:" + address;
    }

    /// Refuses when the name or the address is locked.
    void checkOpen(String name, String address) {
        long locked = jdbc.sql("""
                        select count(*) from access.sign_in_failure
                         where subject in (:name, :address) and locked_until > :now
                        """)
                .param("name", ofName(name))
                .param("address", ofAddress(address))
                .param("now", Timestamp.from(realTime.instant()))
                .query((row, _) -> row.getLong(1))
                .single();
        if (locked > 0) {
            throw AccessProblem.SIGN_IN_LOCKED.because(LOCK.toMinutes());
        }
    }

    /// Counts a failure; how many tries are left for the name.
    int count(String name, String address) {
        increment(ofAddress(address), PER_ADDRESS);
        return Math.max(0, PER_NAME - increment(ofName(name), PER_NAME));
    }

    void forget(String name) {
        jdbc.sql("delete from access.sign_in_failure where subject = :name")
                .param("name", ofName(name))
                .update();
    }

    /// A failure older than the lock's length is forgotten.
    private int increment(String subject, int most) {
        Instant now = realTime.instant();
        return jdbc.sql("""
                        insert into access.sign_in_failure as counted (subject, failures, last_at)
                        values (:subject, 1, :now)
                        on conflict (subject) do update
                           set failures = case when counted.last_at < cast(:forgotten as timestamptz) then 1 else counted.failures + 1 end,
                               last_at = :now,
                               locked_until = case
                                   when counted.last_at >= cast(:forgotten as timestamptz) and counted.failures + 1 >= :most then cast(:until as timestamptz)
                               end
                        returning failures
                        """)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("forgotten", Timestamp.from(now.minus(LOCK)))
                .param("most", most)
                .param("until", Timestamp.from(now.plus(LOCK)))
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
