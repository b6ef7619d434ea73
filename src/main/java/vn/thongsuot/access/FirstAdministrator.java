package vn.thongsuot.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;

/// **Quản trị viên đầu tiên.** A production installation begins without accounts. While nobody exists, each start
/// prints a link that makes one administrator; it ends after a day, and all links end with the first used. Only its
/// hash is kept.
@Component
public class FirstAdministrator {

    static final Duration GOOD_FOR = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final AccountStore store;
    private final Accounts accounts;
    private final PublicAddress address;
    private final BusinessClock clock;
    private final InstantSource realTime;

    FirstAdministrator(
            JdbcClient jdbc,
            AccountStore store,
            Accounts accounts,
            PublicAddress address,
            BusinessClock clock,
            InstantSource realTime) {
        this.jdbc = jdbc;
        this.store = store;
        this.accounts = accounts;
        this.address = address;
        this.clock = clock;
        this.realTime = realTime;
    }

    @EventListener
    @Order(1)
    void on(ApplicationReadyEvent ready) {
        // Where nothing listens, a link would lead nowhere.
        if (clock.demonstration() || !address.listens() || !store.isEmpty()) {
            return;
        }
        String words = "Chưa có ai quản trị. Mở đường dẫn này trong 24 giờ để lập tài khoản đầu tiên, chỉ dùng được"
                + " một lần: " + address.origin() + "/first-administrator?key=" + newKey();
        if (ready.getApplicationContext().getEnvironment().containsProperty("logging.structured.format.console")) {
            LOG.info(words);
        } else {
            System.out.println("\n  " + words);
        }
    }

    private String newKey() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = realTime.instant();
        jdbc.sql("delete from access.first_administrator where expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("insert into access.first_administrator (hash, expires_at) values (:hash, :expires)")
                .param("hash", Tokens.hash(key))
                .param("expires", Timestamp.from(now.plus(GOOD_FOR)))
                .update();
        return key;
    }

    /// Refuses a key that is unknown, used or too old, and every key once an account exists.
    public void check(String key) {
        boolean open = jdbc.sql("""
                        select exists (select from access.first_administrator
                                        where hash = :hash and used_at is null and expires_at > :now)
                        """)
                .param("hash", Tokens.hash(key))
                .param("now", Timestamp.from(realTime.instant()))
                .query(Boolean.class)
                .single();
        if (!open || !store.isEmpty()) {
            throw AccessProblem.LINK_USED.because();
        }
    }

    /// Opens the first account and ends all links. Of two at the same moment the second is refused.
    @Transactional
    public AccountId create(String key, String name, String password) {
        jdbc.sql("lock table access.first_administrator in share row exclusive mode")
                .update();
        check(key);
        AccountId account = accounts.open(name, null, password, new Actor.Job("first-administrator"));
        jdbc.sql("update access.first_administrator set used_at = :now where used_at is null")
                .param("now", Timestamp.from(realTime.instant()))
                .update();
        return account;
    }
}
