package vn.thongsuot.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// **Việc chưa tới nơi.** What modules did not hear of each other, and a person's decision about what the platform has
/// given up on.
@Component
public class Undelivered {

    private static final int PAGE = 50;
    private static final int LONGEST_REASON = 500;

    private static final String EVENTS = """
            select id, listener_id, event_type, publication_date, tries, next_try, parked from shared.undelivered
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Undelivered(JdbcClient jdbc, ApplicationEventPublisher events, BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /// Newest first, those that wait for a person before those that wait for the next try.
    public Page<UndeliveredEvent> list(@Nullable String after) {
        Cursor cursor = Cursor.read(after, 3);
        List<UndeliveredEvent> found = cursor == null
                ? jdbc.sql(EVENTS + " order by parked is null, publication_date desc, id desc limit :limit")
                        .param("limit", PAGE + 1)
                        .query(Undelivered::row)
                        .list()
                : jdbc.sql(EVENTS + """
                         where (parked is null) > :waiting
                            or (parked is null) = :waiting and (publication_date, id) < (:published, :id)
                         order by parked is null, publication_date desc, id desc limit :limit
                        """)
                        .param("waiting", cursor.part(0).equals("waiting"))
                        .param("published", cursor.instant(1).atOffset(ZoneOffset.UTC))
                        .param("id", cursor.id(2))
                        .param("limit", PAGE + 1)
                        .query(Undelivered::row)
                        .list();
        return Page.cut(
                found, PAGE, event -> Cursor.of(event.parked() ? "parked" : "waiting", event.published(), event.id()));
    }

    public UndeliveredEvent find(UUID id) {
        return jdbc.sql(EVENTS + " where id = :id")
                .param("id", id)
                .query(Undelivered::row)
                .optional()
                .orElseThrow(SharedProblem.EVENT_DELIVERED::because);
    }

    /// Tells the listener again at once, and again by itself should it still not hear.
    @Transactional
    public void retry(UUID id, Actor by) {
        UndeliveredEvent event = find(id);
        long version = jdbc.sql("""
                        update shared.undelivered set version = version + 1, parked = null, tries = 0, next_try = now()
                         where id = :id and parked is not null returning version
                        """)
                .param("id", id)
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElseThrow(SharedProblem.CHANGED_MEANWHILE::because);
        events.publishEvent(
                new DeliveryEvent.RetryAsked(id, version, event.listener(), event.event(), by, clock.instant()));
    }

    /// Gives up for good on what is parked, for `reason`.
    @Transactional
    public void drop(UUID id, String reason, Actor by) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw SharedProblem.DROP_REASON.because(LONGEST_REASON);
        }
        UndeliveredEvent event = find(id);
        long version = jdbc.sql("""
                        delete from shared.undelivered where id = :id and parked is not null returning version + 1
                        """)
                .param("id", id)
                .query((row, _) -> row.getLong(1))
                .optional()
                .orElseThrow(SharedProblem.CHANGED_MEANWHILE::because);
        events.publishEvent(
                new DeliveryEvent.Dropped(id, version, event.listener(), event.event(), why, by, clock.instant()));
    }

    private static UndeliveredEvent row(ResultSet row, int index) throws SQLException {
        return new UndeliveredEvent(
                row.getObject("id", UUID.class),
                row.getString("listener_id"),
                row.getString("event_type"),
                row.getObject("publication_date", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getObject("next_try", OffsetDateTime.class).toInstant(),
                row.getObject("parked") != null);
    }
}
