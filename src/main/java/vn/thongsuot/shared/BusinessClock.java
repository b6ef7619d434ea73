package vn.thongsuot.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// **Đồng hồ nghiệp vụ.** The time that deadlines, numbers, periods and the choice of a rule's version read. In
/// production it is real time. In a demonstration it opens on Friday 22/11/2024 08:00 and can be moved forward,
/// never backwards, at any rate from 0 to 86,400; offset and rate live in the database and are equal on all
/// nodes. Sessions, tokens and log checkpoints use real time.
@Component
public final class BusinessClock implements InstantSource {

    /// The office's time zone, UTC+7 without daylight saving.
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /// The topic announced when the clock was moved.
    public static final String TOPIC = "clock";

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final int LARGEST_RATE = 86_400;

    private final JdbcClient jdbc;
    private final InstantSource real;
    private final Signals signals;
    private final boolean movable;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
    private volatile Setting setting;

    BusinessClock(JdbcClient jdbc, InstantSource realTime, Signals signals, SharedProperties properties) {
        this.jdbc = jdbc;
        this.real = realTime;
        this.signals = signals;
        this.movable = properties.demonstration();
        this.setting = read();
        signals.on(TOPIC, () -> setting = read());
    }

    /// Never earlier than what this node said before, also in the milliseconds before it hears of a slower rate.
    @Override
    public Instant instant() {
        Instant computed = setting.at(real.instant());
        return movable ? latest.accumulateAndGet(computed, (said, now) -> now.isAfter(said) ? now : said) : computed;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    public ZonedDateTime now() {
        return instant().atZone(ZONE);
    }

    /// Business seconds per real second.
    public double rate() {
        return setting.rate();
    }

    /// Whether the clock differs from real time and pages must show it.
    public boolean demonstration() {
        return movable;
    }

    /// Moves the clock to `at` (null: leave it where it is) and lets it run at `rate`. Demonstration only, never
    /// backwards.
    public void move(@Nullable Instant at, double rate) {
        if (!movable) {
            throw SharedProblem.CLOCK_FIXED.because();
        }
        if (!(rate >= 0 && rate <= LARGEST_RATE)) {
            throw SharedProblem.CLOCK_RATE.because(LARGEST_RATE);
        }
        Instant realNow = real.instant();
        Setting old = read();
        Instant current = old.at(realNow);
        Instant target = at == null ? current : at;
        if (target.isBefore(current)) {
            throw SharedProblem.CLOCK_BACKWARDS.because(SHOWN.format(current.atZone(ZONE)));
        }
        int changed = jdbc.sql("""
                        update shared.business_clock
                           set real_anchor = :real, business_anchor = :business, rate = :rate, version = version + 1
                         where version = :version
                        """)
                .param("real", java.sql.Timestamp.from(realNow))
                .param("business", java.sql.Timestamp.from(target))
                .param("rate", rate)
                .param("version", old.version())
                .update();
        if (changed == 0) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
        setting = read();
        signals.announce(TOPIC);
    }

    private Setting read() {
        if (!movable) {
            return Setting.REAL;
        }
        return jdbc.sql("select real_anchor, business_anchor, rate, version from shared.business_clock")
                .query((row, index) -> new Setting(
                        row.getTimestamp("real_anchor").toInstant(),
                        row.getTimestamp("business_anchor").toInstant(),
                        row.getDouble("rate"),
                        row.getLong("version")))
                .single();
    }

    /// Business time = `businessAnchor` + (real − `realAnchor`) × `rate`.
    record Setting(Instant realAnchor, Instant businessAnchor, double rate, long version) {

        static final Setting REAL = new Setting(Instant.EPOCH, Instant.EPOCH, 1, 0);

        Instant at(Instant realNow) {
            if (this.equals(REAL)) {
                return realNow;
            }
            double elapsed = Duration.between(realAnchor, realNow).toMillis() * rate;
            return businessAnchor.plusMillis(Math.max(0, (long) elapsed));
        }
    }
}
