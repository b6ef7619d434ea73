package vn.thongsuot.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// Reads notices, each for its receiver.
@Component
class NoticeQueries {

    private static final String COLUMNS =
            "select id, post, words, arguments, link, urgent, at, done_at, settled from notification.notice";

    private final JdbcClient jdbc;

    NoticeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<NoticeView> find(NoticeId id, OfficerId officer) {
        return jdbc.sql(COLUMNS + " where id = :id and officer = :officer")
                .param("id", id.value())
                .param("officer", officer.value())
                .query(NoticeQueries::row)
                .optional();
    }

    /// Of `officer`, the latest first.
    List<NoticeView> list(OfficerId officer, boolean unreadOnly, @Nullable UUID before, int limit) {
        String unread = unreadOnly ? " and done_at is null" : "";
        return jdbc.sql(COLUMNS + " where officer = :officer" + unread + """
                         and (cast(:before as uuid) is null or id < cast(:before as uuid))
                         order by id desc limit :limit
                        """)
                .param("officer", officer.value())
                .param("before", before)
                .param("limit", limit)
                .query(NoticeQueries::row)
                .list();
    }

    /// How many `officer` has not read, counted no farther than `most`.
    int unread(OfficerId officer, int most) {
        return jdbc.sql("""
                        select count(*) from (
                            select from notification.notice where officer = :officer and done_at is null
                             limit :most) counted
                        """)
                .param("officer", officer.value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /// For each of `officers` with something unread: how many, counted no farther than `most`, and the
    /// latest.
    Map<OfficerId, String> marks(Collection<OfficerId> officers, int most) {
        Map<OfficerId, String> marks = new HashMap<>();
        jdbc.sql("""
                        select asked.officer, count(*) || ' ' || max(cast(unread.id as text)) as mark
                          from unnest(cast(:officers as uuid[])) as asked (officer)
                         cross join lateral (
                               select id from notification.notice
                                where officer = asked.officer and done_at is null
                                order by id desc limit :most) unread
                         group by asked.officer
                        """)
                .param("officers", officers.stream().map(OfficerId::value).toArray(UUID[]::new))
                .param("most", most)
                .query(row -> {
                    marks.put(new OfficerId(row.getObject("officer", UUID.class)), row.getString("mark"));
                });
        return marks;
    }

    private static NoticeView row(ResultSet row, int index) throws SQLException {
        boolean done = row.getTimestamp("done_at") != null;
        return new NoticeView(
                new NoticeId(row.getObject("id", UUID.class)),
                new PostId(row.getObject("post", UUID.class)),
                row.getString("words"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getString("link"),
                row.getBoolean("urgent"),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("settled")
                        ? NoticeView.State.SETTLED
                        : done ? NoticeView.State.READ : NoticeView.State.UNREAD);
    }
}
