package vn.thongsuot.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts sign-ins on all nodes together, each before its secret is looked at, so that a hundred at once are a
/// hundred: five wrong ones for a name lock it for 15 minutes, the next five for 30, and so on up to a day; too many
/// from one address lock the address for 15 minutes. Names that nobody has are counted like others, so that a lock
/// tells nothing.
@Component
class SignInFailures {

    static final int PER_NAME = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    static final Duration LONGEST_LOCK = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final InstantSource realTime;
    private final int perAddress;

    SignInFailures(JdbcClient jdbc, InstantSource realTime, AccessProperties properties) {
        this.jdbc = jdbc;
        this.realTime = realTime;
        this.perAddress = properties.triesPerAddress();
    }

    static String ofName(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return "name:" + lower.substring(0, Math.min(lower.length(), 60));
    }

    static String ofAddress(String address) {
        return "address:" + address;
    }

    private record Counted(int tries, @Nullable Instant lockedUntil) {}

    /// Counts a try for `name` from `address`; how many are left should this one fail. Refuses where locked.
    int admit(String name, String address) {
        refuseBeyond(perAddress, count(ofAddress(address), perAddress, LOCK));
        Counted counted = count(ofName(name), PER_NAME, LONGEST_LOCK);
        refuseBeyond(PER_NAME, counted);
        return PER_NAME - counted.tries();
    }

    /// The try was right: it does not count.
    void undo(String name, String address) {
        undo(ofAddress(address), perAddress);
        undo(ofName(name), PER_NAME);
    }

    /// Everything about `name` is forgotten, a lock too.
    void forget(String name) {
        jdbc.sql("delete from access.sign_in_failure where subject = :name")
                .param("name", ofName(name))
                .update();
    }

    Optional<Instant> lockedUntil(String name) {
        return jdbc.sql("select locked_until from access.sign_in_failure where subject = :name and locked_until > :now")
                .param("name", ofName(name))
                .param("now", Timestamp.from(realTime.instant()))
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    long minutesUntil(Instant end) {
        return Math.max(
                1, Duration.between(realTime.instant(), end).plusSeconds(59).toMinutes());
    }

    private void refuseBeyond(int most, Counted counted) {
        if (counted.tries() > most) {
            Instant until = counted.lockedUntil();
            throw AccessProblem.SIGN_IN_LOCKED.because(until == null ? LOCK.toMinutes() : minutesUntil(until));
        }
    }

    /// The `most`th try of a series sets the lock that is there when it fails. A series ends with its lock, or 15
    /// minutes after its last try; how many locks there were, after a quiet day.
    private Counted count(String subject, int most, Duration longest) {
        Instant now = realTime.instant();
        return jdbc.sql("""
                        insert into access.sign_in_failure as kept (subject, failures, last_at) values (:subject, 1, :now)
                        on conflict (subject) do update
                           set failures = case when kept.locked_until <= excluded.last_at
                                                 or kept.locked_until is null and kept.last_at < :forgotten then 1
                                               else kept.failures + 1 end,
                               locked_until = case
                                   when kept.locked_until > excluded.last_at then kept.locked_until
                                   when kept.locked_until is null and kept.last_at >= :forgotten
                                        and kept.failures + 1 >= :most
                                   then excluded.last_at + least(:lock * power(2, kept.locks), :longest) * interval '1 second'
                               end,
                               locks = case
                                   when kept.last_at < :calm then 0
                                   when kept.locked_until is null and kept.last_at >= :forgotten
                                        and kept.failures + 1 >= :most then least(kept.locks + 1, 16)
                                   else kept.locks end,
                               last_at = excluded.last_at
                        returning failures, locked_until
                        """)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("forgotten", Timestamp.from(now.minus(LOCK)))
                .param("calm", Timestamp.from(now.minus(LONGEST_LOCK)))
                .param("most", most)
                .param("lock", LOCK.toSeconds())
                .param("longest", longest.toSeconds())
                .query((row, _) -> {
                    Timestamp locked = row.getTimestamp("locked_until");
                    return new Counted(row.getInt("failures"), locked == null ? null : locked.toInstant());
                })
                .single();
    }

    private void undo(String subject, int most) {
        jdbc.sql("""
                        update access.sign_in_failure
                           set failures = greatest(failures - 1, 0),
                               locks = case when locked_until is not null and failures <= :most
                                            then greatest(locks - 1, 0) else locks end,
                               locked_until = case when failures > :most then locked_until end
                         where subject = :subject
                        """).param("subject", subject).param("most", most).update();
    }
}
