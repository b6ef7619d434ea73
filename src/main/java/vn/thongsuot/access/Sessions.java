package vn.thongsuot.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// **Các phiên đăng nhập.** The sessions of an account, on all nodes: told and ended. A session's own id opens it and
/// is never shown; pages call it by {@link #HANDLE}.
@Component
public class Sessions {

    /// Attributes of a session, all plain text or milliseconds.
    public static final String ACCOUNT = "account";

    public static final String SINCE = "since";
    public static final String SEEN = "seen";
    public static final String HANDLE = "handle";
    public static final String ADDRESS = "address";
    public static final String AGENT = "agent";
    public static final String MEANS = "means";

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final AccountTrace trace;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository, AccountTrace trace) {
        this.repository = repository;
        this.trace = trace;
    }

    /// **Phiên đăng nhập.** One of them as its owner sees it.
    ///
    /// @param agent what the browser says of itself
    /// @param means how the person signed in
    /// @param current whether it is the one that asks
    public record SessionView(
            UUID handle, String address, String agent, String means, Instant since, Instant seen, boolean current) {}

    /// The living sessions of `account`: the asking one first, then the one seen last.
    public List<SessionView> of(AccountId account, @Nullable String current) {
        return found(account).values().stream()
                .map(session -> view(session, current))
                .sorted(Comparator.comparing((SessionView view) -> !view.current())
                        .thenComparing(SessionView::seen, Comparator.reverseOrder()))
                .toList();
    }

    @Transactional
    public void end(AccountId account, UUID handle, Actor by) {
        String id = found(account).entrySet().stream()
                .filter(entry -> handle.toString().equals(entry.getValue().getAttribute(HANDLE)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(AccessProblem.SESSION_ABSENT::because);
        repository.deleteById(id);
        trace.leave(account, (version, at) -> new SignInEvent.SessionsEnded(account, version, 1, by, at));
    }

    /// Ends all sessions of `account` but `kept`; how many there were.
    @Transactional
    public int endOthers(AccountId account, @Nullable String kept, Actor by) {
        List<String> ids =
                found(account).keySet().stream().filter(id -> !id.equals(kept)).toList();
        if (!ids.isEmpty()) {
            ids.forEach(repository::deleteById);
            trace.leave(account, (version, at) -> new SignInEvent.SessionsEnded(account, version, ids.size(), by, at));
        }
        return ids.size();
    }

    /// A password set by somebody else puts everybody out who entered with the old one. Who changes their own is
    /// still at work: the page ends the others. Just before the commit, when the password itself has its trace.
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(AccessEvent.PasswordSet event) {
        if (!event.account().equals(accountOf(event.by()))) {
            endOthers(event.account(), null, event.by());
        }
    }

    private static @Nullable AccountId accountOf(Actor actor) {
        return switch (actor) {
            case Actor.Officer officer -> officer.account();
            case Actor.Administrator administrator -> administrator.account();
            case Actor.Neighbour _, Actor.Job _ -> null;
        };
    }

    private Map<String, ? extends Session> found(AccountId account) {
        Map<String, ? extends Session> all = repository.findByPrincipalName(account.toString());
        all.values().removeIf(Session::isExpired);
        return all;
    }

    private static SessionView view(Session session, @Nullable String current) {
        return new SessionView(
                UUID.fromString(text(session, HANDLE, "00000000-0000-0000-0000-000000000000")),
                text(session, ADDRESS, ""),
                text(session, AGENT, ""),
                text(session, MEANS, ""),
                time(session, SINCE, session.getCreationTime()),
                time(session, SEEN, session.getLastAccessedTime()),
                session.getId().equals(current));
    }

    private static String text(Session session, String attribute, String otherwise) {
        return Objects.requireNonNullElse(session.<String>getAttribute(attribute), otherwise);
    }

    private static Instant time(Session session, String attribute, Instant otherwise) {
        Long millis = session.getAttribute(attribute);
        return millis == null ? otherwise : Instant.ofEpochMilli(millis);
    }
}
