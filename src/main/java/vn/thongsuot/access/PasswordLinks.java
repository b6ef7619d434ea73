package vn.thongsuot.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.organization.OrganizationEvent;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// **Đường dẫn đặt mật khẩu.** Lets somebody set a password of their own by a link that an administrator hands over:
/// good once, for a day, the latest one only. Only its hash is kept.
@Component
public class PasswordLinks {

    public static final Duration GOOD_FOR = Duration.ofDays(1);

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final AccountStore store;
    private final Accounts accounts;
    private final Standings standings;
    private final InstantSource realTime;
    private final SecureRandom random = new SecureRandom();

    PasswordLinks(JdbcClient jdbc, AccountStore store, Accounts accounts, Standings standings, InstantSource realTime) {
        this.jdbc = jdbc;
        this.store = store;
        this.accounts = accounts;
        this.standings = standings;
        this.realTime = realTime;
    }

    /// A fresh key for `account`; earlier ones are worth nothing then.
    String issue(AccountId account) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = realTime.instant();
        jdbc.sql("delete from access.password_link where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("insert into access.password_link (hash, account, expires_at) values (:hash, :account, :expires)")
                .param("hash", Tokens.hash(key))
                .param("account", account.value())
                .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
                .update();
        return key;
    }

    /// A post gives its holder more than the administrator may have known who handed the link over.
    @EventListener
    void on(OrganizationEvent.PostTaken event) {
        jdbc.sql("""
                        delete from access.password_link
                         where used_at is null
                           and account in (select id from access.account where officer = :officer)
                        """).param("officer", event.officer().value()).update();
    }

    /// Whose password `key` sets. Refuses a key that is unknown, used or too old, and that of a suspended account.
    public AccountView check(String key) {
        return jdbc.sql("""
                        select account from access.password_link
                         where hash = :hash and used_at is null and expires_at > :now
                        """)
                .param("hash", Tokens.hash(key))
                .param("now", Timestamp.from(realTime.instant()))
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .optional()
                .flatMap(store::find)
                .map(AccountStore.Row::view)
                .filter(account -> !account.suspended())
                .orElseThrow(AccessProblem.PASSWORD_LINK_USED::because);
    }

    /// Sets the password and uses the key up. Of two at the same moment the second is refused.
    @Transactional
    public void use(String key, String password) {
        AccountView account = check(key);
        int used = jdbc.sql("update access.password_link set used_at = :now where hash = :hash and used_at is null")
                .param("now", Timestamp.from(realTime.instant()))
                .param("hash", Tokens.hash(key))
                .update();
        if (used == 0) {
            throw AccessProblem.PASSWORD_LINK_USED.because();
        }
        Actor by =
                standings.of(account.id(), null).map(Standing::actor).orElseGet(() -> new Actor.Job("password-link"));
        accounts.setPassword(account.id(), password, by);
    }
}
