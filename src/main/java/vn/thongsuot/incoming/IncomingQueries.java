package vn.thongsuot.incoming;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.ArrivalId;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// Reads incoming documents.
@Component
class IncomingQueries {

    private static final String COLUMNS = """
            select id, version, arrival, agency, sender, status, code, issued_on, type, subject, urgency, signer,
                   arrived_at, number, year, registered_at, handler
              from incoming.document
            """;

    /// An arrival number as it may be typed.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final JdbcClient jdbc;

    IncomingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<IncomingView> find(IncomingId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(IncomingQueries::row)
                .optional();
    }

    /// The documents of an agency that answer `filter`, the last arrived first.
    ///
    /// @param handler only what they were given; null for everything
    List<IncomingView> list(IncomingFilter filter, @Nullable OfficerId handler, @Nullable Cursor after, int limit) {
        String query = filter.query();
        return jdbc.sql(COLUMNS + """
                         where agency = :agency and status = any(:statuses)
                           and (cast(:handler as uuid) is null or handler = :handler)
                           and (cast(:urgency as text) is null or urgency = :urgency)
                           and (:query = '' or subject_folded like :folded or code ilike :code or number = :number)
                           and (cast(:arrived as timestamptz) is null or (arrived_at, id) < (:arrived, :last))
                         order by arrived_at desc, id desc limit :limit
                        """)
                .param("agency", filter.agency().value())
                .param("statuses", statuses(filter))
                .param("handler", handler == null ? null : handler.value())
                .param(
                        "urgency",
                        filter.urgency() == null ? null : filter.urgency().name())
                .param("query", query)
                .param("folded", Folded.within(query))
                .param("code", Folded.literally(query))
                .param("number", NUMBER.matcher(query).matches() ? Integer.valueOf(query) : null)
                .param("arrived", after == null ? null : Timestamp.from(after.instant(0)))
                .param("last", after == null ? new UUID(0, 0) : after.id(1))
                .param("limit", limit)
                .query(IncomingQueries::row)
                .list();
    }

    private static String[] statuses(IncomingFilter filter) {
        return (filter.statuses().isEmpty() ? Arrays.stream(IncomingStatus.values()) : filter.statuses().stream())
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /// How many open documents an agency has in each status.
    Map<IncomingStatus, Long> counts(AgencyId agency, @Nullable OfficerId handler) {
        Map<IncomingStatus, Long> counts = new EnumMap<>(IncomingStatus.class);
        jdbc.sql("""
                        select status, count(*) as n from incoming.document
                         where agency = :agency and status = any(:open)
                           and (cast(:handler as uuid) is null or handler = :handler)
                         group by status
                        """)
                .param("agency", agency.value())
                .param(
                        "open",
                        Arrays.stream(IncomingStatus.values())
                                .filter(IncomingStatus::open)
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("handler", handler == null ? null : handler.value())
                .query(row -> {
                    counts.put(IncomingStatus.valueOf(row.getString("status")), row.getLong("n"));
                });
        return counts;
    }

    List<IncomingView.File> files(IncomingId id) {
        return jdbc.sql("select id, name, hash from incoming.file where document = :document order by position")
                .param("document", id.value())
                .query((row, _) -> file(row))
                .list();
    }

    Optional<IncomingView.File> file(IncomingId document, UUID file) {
        return jdbc.sql("select id, name, hash from incoming.file where document = :document and id = :file")
                .param("document", document.value())
                .param("file", file)
                .query((row, _) -> file(row))
                .optional();
    }

    List<IncomingView.Act> acts(IncomingId id) {
        return jdbc.sql(
                        "select event, officer, post, at, reason from incoming.act where document = :document order by version")
                .param("document", id.value())
                .query((row, _) -> {
                    UUID officer = row.getObject("officer", UUID.class);
                    UUID post = row.getObject("post", UUID.class);
                    return new IncomingView.Act(
                            row.getString("event"),
                            officer == null ? null : new OfficerId(officer),
                            post == null ? null : new PostId(post),
                            row.getTimestamp("at").toInstant(),
                            row.getString("reason"));
                })
                .list();
    }

    private static IncomingView.File file(ResultSet row) throws SQLException {
        return new IncomingView.File(
                row.getObject("id", UUID.class), row.getString("name"), new FileHash(row.getString("hash")));
    }

    private static IncomingView row(ResultSet row, int index) throws SQLException {
        Timestamp registered = row.getTimestamp("registered_at");
        UUID handler = row.getObject("handler", UUID.class);
        return new IncomingView(
                new IncomingId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new ArrivalId(row.getObject("arrival", UUID.class)),
                new AgencyId(row.getObject("agency", UUID.class)),
                new AgencyId(row.getObject("sender", UUID.class)),
                IncomingStatus.valueOf(row.getString("status")),
                row.getString("code"),
                row.getDate("issued_on").toLocalDate(),
                row.getString("type"),
                row.getString("subject"),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("signer"),
                row.getTimestamp("arrived_at").toInstant(),
                row.getObject("number", Integer.class),
                row.getObject("year", Integer.class),
                registered == null ? null : registered.toInstant(),
                handler == null ? null : new OfficerId(handler));
    }
}
