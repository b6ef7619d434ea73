package vn.thongsuot.access;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// **Đăng nhập qua hệ thống khác.** Says which account another sign-on service (OpenID Connect) means. Its subject is
/// pinned to the account at the first sign-on: should the service give the same name to another person later, that
/// person is refused.
@Component
public class SignOn {

    private static final Actor BY = new Actor.Job("sign-on");

    private final JdbcClient jdbc;
    private final AccountStore accounts;
    private final AccountTrace trace;
    private final InstantSource realTime;
    private final AccessProperties.SignOnRules rules;

    SignOn(
            JdbcClient jdbc,
            AccountStore accounts,
            AccountTrace trace,
            InstantSource realTime,
            AccessProperties properties) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.trace = trace;
        this.realTime = realTime;
        this.rules = properties.signOn();
    }

    /// The account that `subject` of `issuer` means. Refuses a person nobody here knows, and one whose claims mean
    /// two accounts or an account pinned to somebody else.
    @Transactional
    public AccountView accountOf(String issuer, String subject, Map<String, Object> claims) {
        Optional<AccountId> pinned = pinned(issuer, subject);
        Optional<AccountId> named = text(claims, rules.accountClaim())
                .flatMap(accounts::findByName)
                .map(row -> row.view().id());
        Optional<AccountId> officers = text(claims, rules.officerClaim()).flatMap(this::ofOfficer);
        var meant = Stream.of(pinned, named, officers)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (meant.isEmpty()) {
            throw AccessProblem.SIGN_ON_UNKNOWN.because();
        }
        AccountId account = meant.getFirst();
        if (meant.size() > 1 || (pinned.isEmpty() && !pin(issuer, subject, account))) {
            throw AccessProblem.SIGN_ON_AMBIGUOUS.because();
        }
        return accounts.find(account)
                .orElseThrow(AccessProblem.ACCOUNT_ABSENT::because)
                .view();
    }

    private Optional<AccountId> pinned(String issuer, String subject) {
        return jdbc.sql("select account from access.sign_on where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    private Optional<AccountId> ofOfficer(String text) {
        return jdbc.sql("select id from access.account where officer::text = :officer")
                .param("officer", text)
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    /// False when the account belongs to another subject of the same issuer.
    private boolean pin(String issuer, String subject, AccountId account) {
        int linked = jdbc.sql("""
                        insert into access.sign_on (issuer, subject, account, linked_at)
                        values (:issuer, :subject, :account, :now) on conflict do nothing
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account.value())
                .param("now", Timestamp.from(realTime.instant()))
                .update();
        if (linked == 1) {
            trace.leave(account, (version, at) -> new SignInEvent.SignOnLinked(account, version, issuer, BY, at));
        }
        return linked == 1 || pinned(issuer, subject).filter(account::equals).isPresent();
    }

    private static Optional<String> text(Map<String, Object> claims, String claim) {
        @Nullable Object value = claims.get(claim);
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
