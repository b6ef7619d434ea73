package vn.thongsuot.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.Uuids;

/// Writes notices.
@Component
class NoticeStore {

    private static final String SEPARATOR = "\u001f";

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds those whose cause their receiver was not told yet; how many. One statement, in the order of
    /// receivers, so that two deliveries of one event wait for each other and never both for ever.
    int add(Collection<Notice> notices, Instant now) {
        List<Notice> ordered = notices.stream()
                .sorted(java.util.Comparator.comparing(
                        notice -> notice.receiver().value()))
                .toList();
        return jdbc.sql("""
                        insert into notification.notice
                               (id, officer, post, cause, about, words, arguments, link, urgent, at)
                        select n.id, n.officer, n.post, n.cause, n.about, n.words,
                               string_to_array(n.arguments, :separator), n.link, n.urgent, n.at
                          from unnest(cast(:ids as uuid[]), cast(:officers as uuid[]), cast(:posts as uuid[]),
                                      cast(:causes as text[]), cast(:abouts as text[]), cast(:words as text[]),
                                      cast(:arguments as text[]), cast(:links as text[]), cast(:urgents as boolean[]),
                                      cast(:ats as timestamptz[]))
                               with ordinality
                               as n (id, officer, post, cause, about, words, arguments, link, urgent, at, place)
                         order by n.place
                        on conflict (officer, cause) do nothing
                        """)
                .param("separator", SEPARATOR)
                .param("ids", array(ordered, _ -> Uuids.next(now), UUID[]::new))
                .param("officers", array(ordered, notice -> notice.receiver().value(), UUID[]::new))
                .param("posts", array(ordered, notice -> notice.post().value(), UUID[]::new))
                .param("causes", array(ordered, Notice::cause, String[]::new))
                .param("abouts", array(ordered, notice -> notice.about().toString(), String[]::new))
                .param("words", array(ordered, Notice::words, String[]::new))
                .param("arguments", array(ordered, notice -> String.join(SEPARATOR, notice.arguments()), String[]::new))
                .param("links", array(ordered, Notice::link, String[]::new))
                .param("urgents", array(ordered, Notice::urgent, Boolean[]::new))
                .param("ats", array(ordered, notice -> Timestamp.from(notice.at()), Timestamp[]::new))
                .update();
    }

    private static <T> T[] array(
            List<Notice> notices, Function<Notice, T> part, java.util.function.IntFunction<T[]> array) {
        return notices.stream().map(part).toArray(array);
    }

    /// Settles what is unread of `about` but for `cause`; how many.
    int settle(Thing about, String cause, Instant now) {
        return jdbc.sql("""
                        update notification.notice set done_at = :now, settled = true
                         where about = :about and cause <> :cause and done_at is null
                        """)
                .param("about", about.toString())
                .param("cause", cause)
                .param("now", Timestamp.from(now))
                .update();
    }

    int read(NoticeId id, OfficerId officer, Instant now) {
        return jdbc.sql("""
                        update notification.notice set done_at = :now
                         where id = :id and officer = :officer and done_at is null
                        """)
                .param("id", id.value())
                .param("officer", officer.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Reads all of `officer` up to `last`, in the order of posting.
    int readUpTo(NoticeId last, OfficerId officer, Instant now) {
        return jdbc.sql("""
                        update notification.notice set done_at = :now
                         where officer = :officer and id <= :last and done_at is null
                        """)
                .param("last", last.value())
                .param("officer", officer.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Removes at most `most` that were done before `before`; how many.
    int remove(Instant before, int most) {
        return jdbc.sql("""
                        delete from notification.notice where id in (
                            select id from notification.notice where done_at < :before order by done_at limit :most)
                        """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }
}
