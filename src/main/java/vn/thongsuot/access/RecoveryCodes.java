package vn.thongsuot.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AccountId;

/// Ten codes on paper for the day the telephone is lost: each works once. Eighty random bits each, so a plain hash
/// is enough to keep.
@Component
class RecoveryCodes {

    static final int HOW_MANY = 10;

    private static final int BYTES = 10;
    private static final int GROUP = 4;

    private final JdbcClient jdbc;
    private final InstantSource realTime;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc, InstantSource realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    /// Ten new codes in place of all old ones; their text exists in the answer only.
    List<String> renew(AccountId account) {
        forget(account);
        List<String> codes = new ArrayList<>();
        for (int code = 0; code < HOW_MANY; code++) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String text = TimeCodes.base32(bytes);
            jdbc.sql("insert into access.recovery_code (account, hash) values (:account, :hash)")
                    .param("account", account.value())
                    .param("hash", Tokens.hash(text))
                    .update();
            codes.add(grouped(text));
        }
        return List.copyOf(codes);
    }

    /// Uses `typed` up; false when it is none of the account's unused codes.
    boolean use(AccountId account, String typed) {
        String text = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        return jdbc.sql("""
                        update access.recovery_code set used_at = :now
                         where account = :account and hash = :hash and used_at is null
                        """)
                        .param("now", Timestamp.from(realTime.instant()))
                        .param("account", account.value())
                        .param("hash", Tokens.hash(text))
                        .update()
                == 1;
    }

    int left(AccountId account) {
        return jdbc.sql("select count(*) from access.recovery_code where account = :account and used_at is null")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    void forget(AccountId account) {
        jdbc.sql("delete from access.recovery_code where account = :account")
                .param("account", account.value())
                .update();
    }

    /// `ABCD-EFGH-IJKL-MNOP`.
    static String grouped(String text) {
        return text.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
