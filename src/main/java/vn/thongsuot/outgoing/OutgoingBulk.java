package vn.thongsuot.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.audit.BulkLog;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BulkRows;
import vn.thongsuot.shared.Signals;

/// Writes many made-up documents at once. A row's components are its table's columns.
@Component
class OutgoingBulk {

    private final JdbcClient jdbc;
    private final BulkLog log;
    private final Signals signals;

    OutgoingBulk(JdbcClient jdbc, BulkLog log, Signals signals) {
        this.jdbc = jdbc;
        this.log = log;
        this.signals = signals;
    }

    record DocumentRow(
            UUID id,
            long version,
            UUID agency,
            String status,
            String type,
            String notation,
            String subject,
            String subjectFolded,
            String urgency,
            UUID signer,
            UUID signerPost,
            UUID drafter,
            Instant draftedAt,
            Instant touchedAt,
            @Nullable Integer year,
            @Nullable Integer number,
            @Nullable LocalDate issuedOn,
            int sealTries) {}

    record ReceiverRow(UUID document, int position, UUID agency) {}

    record FileRow(UUID id, UUID document, String name, String hash, String kind, Instant addedAt) {}

    record ActRow(
            UUID document,
            long version,
            String event,
            @Nullable UUID officer,
            @Nullable UUID post,
            Instant at,
            @Nullable String reason) {}

    void write(
            List<DocumentRow> documents,
            List<ReceiverRow> receivers,
            List<FileRow> files,
            List<ActRow> acts,
            List<GenerationEvent> events) {
        insert("""
                insert into outgoing.document
                select * from json_populate_recordset(null::outgoing.document, cast(:rows as json))
                """, documents);
        insert("""
                insert into outgoing.receiver
                select * from json_populate_recordset(null::outgoing.receiver, cast(:rows as json))
                """, receivers);
        insert("""
                insert into outgoing.file (id, document, name, hash, kind, added_at)
                select id, document, name, hash, kind, added_at
                  from json_populate_recordset(null::outgoing.file, cast(:rows as json))
                """, files);
        insert("""
                insert into outgoing.act
                select * from json_populate_recordset(null::outgoing.act, cast(:rows as json))
                """, acts);
        log.record(events);
        signals.announce(OutgoingDocuments.TOPIC);
    }

    private void insert(String sql, List<? extends Record> rows) {
        jdbc.sql(sql).param("rows", BulkRows.of(rows)).update();
    }

    /// A book of numbers: of an agency, a type, a year.
    record Book(AgencyId agency, DocumentType type, int year) {}

    private record Asked(UUID agency, String type, int year, int count) {}

    /// Takes the next numbers of `books`, one for each time a book is named: the first of each.
    Map<Book, Integer> firstNumbers(List<Book> books) {
        List<Asked> asked = books.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(_ -> 1)))
                .entrySet()
                .stream()
                .map(entry -> new Asked(
                        entry.getKey().agency().value(),
                        entry.getKey().type().name(),
                        entry.getKey().year(),
                        entry.getValue()))
                .toList();
        return jdbc
                .sql("""
                        with asked as (
                            select * from json_to_recordset(cast(:rows as json))
                                       as a (agency uuid, type text, year int, count int)),
                        given as (
                            insert into outgoing.book as b (agency, type, year, last)
                            select agency, type, year, count from asked order by agency, type, year
                            on conflict (agency, type, year) do update set last = b.last + excluded.last
                            returning agency, type, year, last)
                        select agency, type, year, g.last - a.count + 1 as first
                          from given g join asked a using (agency, type, year)
                        """)
                .param("rows", BulkRows.of(asked))
                .query((row, _) -> Map.entry(
                        new Book(
                                new AgencyId(row.getObject("agency", UUID.class)),
                                DocumentType.valueOf(row.getString("type")),
                                row.getInt("year")),
                        row.getInt("first")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
