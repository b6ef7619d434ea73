package vn.thongsuot.notification;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Signals;
import vn.thongsuot.shared.Thing;

/// **Các thông báo.** Takes notices from modules, and shows each to its receiver: what one reads or marks
/// is always one's own, whatever id is named. Notices belong to the person, whichever of their posts they
/// act under.
@Component
public class Notifications {

    /// The topic announced when anybody's notices changed; a page hears of its reader's only.
    public static final String TOPIC = "notification";

    /// Unread ones are counted this far: one more is "99+".
    public static final int COUNTED = 100;

    private final NoticeStore store;
    private final NoticeQueries queries;
    private final Signals signals;
    private final InstantSource realTime;

    Notifications(NoticeStore store, NoticeQueries queries, Signals signals, InstantSource realTime) {
        this.store = store;
        this.queries = queries;
        this.signals = signals;
        this.realTime = realTime;
    }

    /// Tells each receiver what they were not told yet: the same cause a second time changes nothing, also
    /// after the notice was read. Called by listeners, after the commit of what it tells of.
    @Transactional
    public void post(Collection<Notice> notices) {
        if (!notices.isEmpty() && store.add(notices, realTime.instant()) > 0) {
            signals.announce(TOPIC);
        }
    }

    /// What was unread of `about` need not be read any more, since things went on; but for the notices of
    /// `cause`.
    @Transactional
    public void settle(Thing about, String cause) {
        if (store.settle(about, cause, realTime.instant()) > 0) {
            signals.announce(TOPIC);
        }
    }

    /// How many `reader` has not read, at most {@link #COUNTED}.
    public int unread(Actor reader) {
        OfficerId officer = officer(reader);
        return officer == null ? 0 : queries.unread(officer, COUNTED);
    }

    /// Notices of `reader`, the latest first; none for who is no officer.
    public Page<NoticeView> list(Actor reader, boolean unreadOnly, @Nullable String after, int limit) {
        OfficerId officer = officer(reader);
        Cursor cursor = Cursor.read(after, 1);
        return officer == null
                ? new Page<>(List.of(), null)
                : Page.cut(
                        queries.list(officer, unreadOnly, cursor == null ? null : cursor.id(0), limit + 1),
                        limit,
                        notice -> Cursor.of(notice.id()));
    }

    /// A notice of `reader`. Refuses somebody else's like one that is not there.
    public NoticeView find(NoticeId id, Actor reader) {
        OfficerId officer = officer(reader);
        return Optional.ofNullable(officer)
                .flatMap(receiver -> queries.find(id, receiver))
                .orElseThrow(NotificationProblem.NOTICE_ABSENT::because);
    }

    /// It is read from now on; somebody else's stays as it is.
    @Transactional
    public void read(NoticeId id, Actor reader) {
        OfficerId officer = officer(reader);
        if (officer != null && store.read(id, officer, realTime.instant()) > 0) {
            signals.announce(TOPIC);
        }
    }

    /// All of `reader` are read up to `last`, the newest they saw: what came meanwhile stays unread.
    @Transactional
    public void readUpTo(NoticeId last, Actor reader) {
        OfficerId officer = officer(reader);
        if (officer != null && store.readUpTo(last, officer, realTime.instant()) > 0) {
            signals.announce(TOPIC);
        }
    }

    private static @Nullable OfficerId officer(Actor reader) {
        return reader instanceof Actor.Officer acting ? acting.officer() : null;
    }
}
