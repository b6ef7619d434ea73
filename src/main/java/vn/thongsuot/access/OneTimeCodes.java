package vn.thongsuot.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// **Mã dùng một lần.** The second step of a sign-in: a code from an authenticator app (RFC 6238), good once, or a
/// recovery code from paper.
@Component
public class OneTimeCodes {

    private static final int SECRET = 20;
    private static final Duration TO_ENROL = Duration.ofHours(1);
    private static final String ISSUER = "Thông Suốt";

    private final JdbcClient jdbc;
    private final SealedSecrets secrets;
    private final RecoveryCodes recovery;
    private final AccountTrace trace;
    private final InstantSource realTime;
    private final TimeCodes codes = new TimeCodes(TimeCodes.DIGITS, TimeCodes.ALGORITHM);
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(
            JdbcClient jdbc,
            SealedSecrets secrets,
            RecoveryCodes recovery,
            AccountTrace trace,
            InstantSource realTime) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.recovery = recovery;
        this.trace = trace;
        this.realTime = realTime;
    }

    /// **Đã bật mã.** Since when the account asks for codes, and how many recovery codes are left.
    public record Enrolled(Instant since, int recoveryCodes) {}

    /// **Đang bật mã.** What an authenticator app needs to know.
    ///
    /// @param key the secret in Base32, to type by hand
    /// @param uri the same and more (`otpauth:`), for a QR code
    public record Enrolment(String key, String uri) {}

    private record Row(
            byte[] secret, Instant begun, @Nullable Instant confirmed) {}

    /// Whether and since when `account` asks for codes.
    public Optional<Enrolled> of(AccountId account) {
        return row(account)
                .flatMap(row -> Optional.ofNullable(row.confirmed()))
                .map(since -> new Enrolled(since, recovery.left(account)));
    }

    /// A secret for `account` to be confirmed by its first code within an hour; the same again until then, so that
    /// a page opened twice does not spoil the code scanned first.
    @Transactional
    public Enrolment begin(AccountId account, String signInName) {
        Instant now = realTime.instant();
        byte[] fresh = new byte[SECRET];
        random.nextBytes(fresh);
        jdbc.sql("""
                        insert into access.one_time_code as kept (account, secret, begun_at)
                        values (:account, :secret, :now)
                        on conflict (account) do update set secret = excluded.secret, begun_at = excluded.begun_at
                         where kept.confirmed_at is null and kept.begun_at < :stale
                        """)
                .param("account", account.value())
                .param("secret", secrets.seal(account, fresh))
                .param("now", Timestamp.from(now))
                .param("stale", Timestamp.from(now.minus(TO_ENROL)))
                .update();
        Row row = row(account).orElseThrow();
        if (row.confirmed() != null) {
            throw AccessProblem.CODES_ALREADY_ON.because();
        }
        String key = TimeCodes.base32(secrets.open(account, row.secret()));
        return new Enrolment(key, uri(key, signInName));
    }

    /// Turns codes on, when `typed` is the app's code now. The ten recovery codes are in the answer only.
    @Transactional
    public List<String> confirm(AccountId account, String typed, Actor by) {
        Row row = row(account).orElseThrow(AccessProblem.CODE_WRONG::because);
        if (row.confirmed() != null) {
            throw AccessProblem.CODES_ALREADY_ON.because();
        }
        Instant now = realTime.instant();
        OptionalLong step = codes.matching(secrets.open(account, row.secret()), digits(typed), now);
        if (step.isEmpty()) {
            throw AccessProblem.CODE_WRONG.because();
        }
        int confirmed = jdbc.sql("""
                        update access.one_time_code set confirmed_at = :now, last_step = :step
                         where account = :account and confirmed_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("step", step.getAsLong())
                .param("account", account.value())
                .update();
        if (confirmed == 0) {
            throw AccessProblem.CODES_ALREADY_ON.because();
        }
        List<String> paper = recovery.renew(account);
        trace.leave(account, (version, at) -> new SignInEvent.OneTimeCodesBegun(account, version, by, at));
        return paper;
    }

    /// Whether `typed` is a code of `account` that was not used before; uses it up.
    @Transactional
    public boolean accept(AccountId account, String typed) {
        String digits = digits(typed);
        return digits.length() == TimeCodes.DIGITS && digits.equals(typed.replaceAll("[\\s-]", ""))
                ? acceptCode(account, digits)
                : acceptRecovery(account, typed);
    }

    private boolean acceptCode(AccountId account, String digits) {
        OptionalLong step = row(account)
                .filter(row -> row.confirmed() != null)
                .map(row -> codes.matching(secrets.open(account, row.secret()), digits, realTime.instant()))
                .orElse(OptionalLong.empty());
        // A code seen over a shoulder or on the wire is worth nothing once it, or a later one, was used.
        return step.isPresent()
                && jdbc.sql("""
                                update access.one_time_code set last_step = :step
                                 where account = :account and last_step < :step
                                """)
                                .param("step", step.getAsLong())
                                .param("account", account.value())
                                .update()
                        == 1;
    }

    private boolean acceptRecovery(AccountId account, String typed) {
        if (!recovery.use(account, typed)) {
            return false;
        }
        int left = recovery.left(account);
        trace.leave(
                account,
                (version, at) ->
                        new SignInEvent.RecoveryCodeUsed(account, version, left, new Actor.Job("sign-in"), at));
        return true;
    }

    @Transactional
    public List<String> renewRecoveryCodes(AccountId account, Actor by) {
        if (of(account).isEmpty()) {
            throw AccessProblem.CODES_OFF.because();
        }
        List<String> paper = recovery.renew(account);
        trace.leave(account, (version, at) -> new SignInEvent.RecoveryCodesRenewed(account, version, by, at));
        return paper;
    }

    /// Turns codes off, with their recovery codes.
    @Transactional
    public void end(AccountId account, Actor by) {
        int ended = jdbc.sql("delete from access.one_time_code where account = :account and confirmed_at is not null")
                .param("account", account.value())
                .update();
        if (ended == 0) {
            throw AccessProblem.CODES_OFF.because();
        }
        recovery.forget(account);
        trace.leave(account, (version, at) -> new SignInEvent.OneTimeCodesEnded(account, version, by, at));
    }

    private Optional<Row> row(AccountId account) {
        return jdbc.sql("select secret, begun_at, confirmed_at from access.one_time_code where account = :account")
                .param("account", account.value())
                .query((row, _) -> {
                    Timestamp confirmed = row.getTimestamp("confirmed_at");
                    return new Row(
                            row.getBytes("secret"),
                            row.getTimestamp("begun_at").toInstant(),
                            confirmed == null ? null : confirmed.toInstant());
                })
                .optional();
    }

    private static String digits(String typed) {
        return typed.replaceAll("[^0-9]", "");
    }

    private static String uri(String key, String signInName) {
        return "otpauth://totp/" + encoded(ISSUER) + ":" + encoded(signInName) + "?secret=" + key + "&issuer="
                + encoded(ISSUER) + "&algorithm=SHA1&digits=" + TimeCodes.DIGITS + "&period="
                + TimeCodes.STEP.toSeconds();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
