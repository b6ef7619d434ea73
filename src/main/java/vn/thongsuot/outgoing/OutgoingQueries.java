package vn.thongsuot.outgoing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// Reads outgoing documents.
@Component
class OutgoingQueries {

    private static final String COLUMNS = """
            select id, version, agency, status, type, notation, subject, urgency, signer, signer_post, drafter, number,
                   issued_on, touched_at, seal_failure
              from outgoing.document
            """;

    private final JdbcClient jdbc;

    OutgoingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OutgoingView> find(OutgoingId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(OutgoingQueries::row)
                .optional();
    }

    /// The documents of an agency that answer `filter`, the last touched first.
    ///
    /// @param drafter only theirs; null for everybody's
    List<OutgoingView> list(OutgoingFilter filter, @Nullable OfficerId drafter, @Nullable Cursor after, int limit) {
        String query = filter.query();
        return jdbc.sql(COLUMNS + """
                         where agency = :agency and status = any(:statuses)
                           and (cast(:drafter as uuid) is null or drafter = :drafter)
                           and (cast(:type as text) is null or type = :type)
                           and (:query = '' or subject_folded like :folded
                                or case when number < 10 then '0' else '' end || number::text || '/' || notation ilike :code)
                           and (cast(:touched as timestamptz) is null or (touched_at, id) < (:touched, :last))
                         order by touched_at desc, id desc limit :limit
                        """)
                .param("agency", filter.agency().value())
                .param("statuses", statuses(filter))
                .param("drafter", drafter == null ? null : drafter.value())
                .param("type", filter.type() == null ? null : filter.type().name())
                .param("query", query)
                .param("folded", Folded.within(query))
                .param("code", Folded.literally(query))
                .param("touched", after == null ? null : Timestamp.from(after.instant(0)))
                .param("last", after == null ? new UUID(0, 0) : after.id(1))
                .param("limit", limit)
                .query(OutgoingQueries::row)
                .list();
    }

    private static String[] statuses(OutgoingFilter filter) {
        return (filter.statuses().isEmpty() ? Arrays.stream(OutgoingStatus.values()) : filter.statuses().stream())
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /// How many open documents an agency has in each status.
    Map<OutgoingStatus, Long> counts(AgencyId agency, @Nullable OfficerId drafter) {
        Map<OutgoingStatus, Long> counts = new EnumMap<>(OutgoingStatus.class);
        jdbc.sql("""
                        select status, count(*) as n from outgoing.document
                         where agency = :agency and status = any(:open)
                           and (cast(:drafter as uuid) is null or drafter = :drafter)
                         group by status
                        """)
                .param("agency", agency.value())
                .param(
                        "open",
                        Arrays.stream(OutgoingStatus.values())
                                .filter(OutgoingStatus::open)
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("drafter", drafter == null ? null : drafter.value())
                .query(row -> {
                    counts.put(OutgoingStatus.valueOf(row.getString("status")), row.getLong("n"));
                });
        return counts;
    }

    List<AgencyId> receivers(OutgoingId id) {
        return jdbc.sql("select agency from outgoing.receiver where document = :id order by position")
                .param("id", id.value())
                .query((row, _) -> new AgencyId(row.getObject("agency", UUID.class)))
                .list();
    }

    Map<OutgoingId, List<AgencyId>> receivers(Collection<OutgoingId> ids) {
        Map<OutgoingId, List<AgencyId>> receivers = new HashMap<>();
        jdbc.sql("select document, agency from outgoing.receiver where document = any(:ids) order by position")
                .param("ids", ids.stream().map(OutgoingId::value).toArray(UUID[]::new))
                .query(row -> {
                    receivers
                            .computeIfAbsent(
                                    new OutgoingId(row.getObject("document", UUID.class)), _ -> new ArrayList<>())
                            .add(new AgencyId(row.getObject("agency", UUID.class)));
                });
        return receivers;
    }

    /// The newest first: sealed before signed before draft.
    List<OutgoingView.File> files(OutgoingId id) {
        return jdbc.sql("""
                        select id, name, hash, kind, added_at from outgoing.file where document = :document
                         order by position desc
                        """)
                .param("document", id.value())
                .query((row, _) -> file(row))
                .list();
    }

    OutgoingView.File newest(OutgoingId id) {
        return files(id).stream().findFirst().orElseThrow(OutgoingProblem.FILE_MISSING::because);
    }

    Optional<OutgoingView.File> file(OutgoingId document, UUID file) {
        return jdbc.sql(
                        "select id, name, hash, kind, added_at from outgoing.file where document = :document and id = :file")
                .param("document", document.value())
                .param("file", file)
                .query((row, _) -> file(row))
                .optional();
    }

    List<OutgoingView.Act> acts(OutgoingId id) {
        return jdbc.sql(
                        "select event, officer, post, at, reason from outgoing.act where document = :document order by version")
                .param("document", id.value())
                .query((row, _) -> {
                    UUID officer = row.getObject("officer", UUID.class);
                    UUID post = row.getObject("post", UUID.class);
                    return new OutgoingView.Act(
                            row.getString("event"),
                            officer == null ? null : new OfficerId(officer),
                            post == null ? null : new PostId(post),
                            row.getTimestamp("at").toInstant(),
                            row.getString("reason"));
                })
                .list();
    }

    private static OutgoingView.File file(ResultSet row) throws SQLException {
        return new OutgoingView.File(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new FileHash(row.getString("hash")),
                OutgoingView.FileKind.valueOf(row.getString("kind")),
                row.getTimestamp("added_at").toInstant());
    }

    private static OutgoingView row(ResultSet row, int index) throws SQLException {
        Date issued = row.getDate("issued_on");
        return new OutgoingView(
                new OutgoingId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new AgencyId(row.getObject("agency", UUID.class)),
                OutgoingStatus.valueOf(row.getString("status")),
                DocumentType.valueOf(row.getString("type")),
                row.getString("notation"),
                row.getString("subject"),
                Urgency.valueOf(row.getString("urgency")),
                new OfficerId(row.getObject("signer", UUID.class)),
                new PostId(row.getObject("signer_post", UUID.class)),
                new OfficerId(row.getObject("drafter", UUID.class)),
                row.getObject("number", Integer.class),
                issued == null ? null : issued.toLocalDate(),
                row.getTimestamp("touched_at").toInstant(),
                row.getString("seal_failure"));
    }
}
