package vn.thongsuot.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Uuids;

/// **Mã truy cập cho chương trình.** API tokens: shown once, kept as a hash, limited to permissions, ending by
/// themselves.
@Component
public class Tokens {

    /// The longest life of a token, in days.
    public static final int MOST_DAYS = 366;

    /// The longest label, in characters.
    public static final int LONGEST_LABEL = 80;

    private static final int MOST = 50;
    private static final String PREFIX = "ts_";
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final AccountStore accounts;
    private final ApplicationEventPublisher events;
    private final InstantSource realTime;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(
            JdbcClient jdbc,
            AccountStore accounts,
            ApplicationEventPublisher events,
            InstantSource realTime,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
        this.realTime = realTime;
        this.clock = clock;
    }

    /// A new token of `account`, good for `days`, for all the account may do or only for `permissions`. It acts under
    /// the own post that `by` acts under now, if there is one, and under no other; who stands in for somebody gets
    /// none. The text is returned this once.
    @Transactional
    public String issue(AccountId account, String label, @Nullable Set<String> permissions, int days, Actor by) {
        if (by instanceof Actor.Officer officer && officer.delegation() != null) {
            throw AccessProblem.TOKEN_LENT.because();
        }
        if (days < 1 || days > MOST_DAYS) {
            throw AccessProblem.TOKEN_DAYS.because(MOST_DAYS);
        }
        String name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            throw AccessProblem.TOKEN_LABEL.because(LONGEST_LABEL);
        }
        if (of(account).size() >= MOST) {
            throw AccessProblem.TOKEN_TOO_MANY.because(MOST);
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = realTime.instant();
        Instant expires = now.plus(Duration.ofDays(days));
        UUID id = Uuids.next(now);
        jdbc.sql("""
                        insert into access.api_token (id, account, post, hash, label, permissions, issued_at, expires_at)
                        values (:id, :account, :post, :hash, :label, :permissions, :now, :expires)
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("post", post(by))
                .param("hash", hash(token))
                .param("label", name)
                .param("permissions", permissions == null ? null : permissions.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
        events.publishEvent(
                new AccessEvent.TokenIssued(account, accounts.touch(account), id, expires, by, clock.instant()));
        return token;
    }

    /// Whose `token` is and what it is limited to; nothing when unknown, ended or revoked. Notes that it was used,
    /// once an hour at most.
    public Optional<Bearer> find(String token) {
        Instant now = realTime.instant();
        return jdbc.sql("""
                        with used as (
                            update access.api_token set last_used_at = :now
                             where hash = :hash and revoked_at is null and expires_at > :now
                               and (last_used_at is null or last_used_at < :hour))
                        select account, post, permissions from access.api_token
                         where hash = :hash and revoked_at is null and expires_at > :now
                        """)
                .param("hash", hash(token))
                .param("now", Timestamp.from(now))
                .param("hour", Timestamp.from(now.minus(Duration.ofHours(1))))
                .query((row, _) -> {
                    UUID post = row.getObject("post", UUID.class);
                    return new Bearer(
                            new AccountId(row.getObject("account", UUID.class)),
                            post == null ? null : new PostId(post),
                            permissions(row.getArray("permissions")));
                })
                .optional();
    }

    private static @Nullable UUID post(Actor by) {
        return by instanceof Actor.Officer officer ? officer.post().value() : null;
    }

    /// The tokens of `account` that are still good, newest first.
    public List<TokenView> of(AccountId account) {
        return jdbc.sql("""
                        select id, label, permissions, issued_at, expires_at, last_used_at from access.api_token
                         where account = :account and revoked_at is null and expires_at > :now
                         order by issued_at desc
                        """)
                .param("account", account.value())
                .param("now", Timestamp.from(realTime.instant()))
                .query((row, _) -> {
                    Timestamp used = row.getTimestamp("last_used_at");
                    return new TokenView(
                            row.getObject("id", UUID.class),
                            row.getString("label"),
                            permissions(row.getArray("permissions")),
                            row.getTimestamp("issued_at").toInstant(),
                            row.getTimestamp("expires_at").toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    @Transactional
    public void revoke(AccountId account, UUID token, Actor by) {
        int revoked = jdbc.sql("""
                        update access.api_token set revoked_at = :now
                         where id = :id and account = :account and revoked_at is null
                        """)
                .param("now", Timestamp.from(realTime.instant()))
                .param("id", token)
                .param("account", account.value())
                .update();
        if (revoked == 0) {
            throw AccessProblem.TOKEN_ABSENT.because();
        }
        events.publishEvent(new AccessEvent.TokenRevoked(account, accounts.touch(account), token, by, clock.instant()));
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Set<String> permissions(@Nullable Array array) throws SQLException {
        return array == null ? null : Set.of((String[]) array.getArray());
    }

    /// **Người mang mã.** The account a token belongs to; `post` null: the first one held; `permissions` null: all the
    /// account may do.
    public record Bearer(
            AccountId account,
            @Nullable PostId post,
            @Nullable Set<String> permissions) {}

    /// **Mã đã cấp.** A token as its owner sees it again: never its text. `permissions` null: all the account may do;
    /// `lastUsed` to the hour, null before the first use.
    public record TokenView(
            UUID id,
            String label,
            @Nullable Set<String> permissions,
            Instant issued,
            Instant expires,
            @Nullable Instant lastUsed) {}
}
