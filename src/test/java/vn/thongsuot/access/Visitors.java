package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import vn.thongsuot.Web;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// People for tests of signing in: each with an account of their own, so that no test locks another's.
final class Visitors {

    static final Actor JOB = new Actor.Job("test");
    static final String PASSWORD = "Chim-sao-bay-qua-song-7"; // not-a-secret

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Visitors() {}

    static AccountView account(Accounts accounts) {
        String name = "nguoi-thu-" + COUNT.incrementAndGet();
        return accounts.find(accounts.open(name, null, PASSWORD, JOB)).orElseThrow();
    }

    static Web enter(int port, AccountView account) {
        Web web = new Web(port);
        var answer = web.signIn(account.name(), PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        web.get("/account");
        return web;
    }

    /// Sets `attribute` of every session of `account` to `at`, as if that long had passed.
    static <S extends Session> void age(
            FindByIndexNameSessionRepository<S> sessions, AccountId account, String attribute, Instant at) {
        var found = sessions.findByPrincipalName(account.toString()).values();
        assertThat(found).isNotEmpty();
        for (S session : found) {
            session.setAttribute(attribute, at.toEpochMilli());
            sessions.save(session);
        }
    }
}
