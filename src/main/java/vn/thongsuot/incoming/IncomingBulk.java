package vn.thongsuot.incoming;

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
class IncomingBulk {

    private final JdbcClient jdbc;
    private final BulkLog log;
    private final Signals signals;

    IncomingBulk(JdbcClient jdbc, BulkLog log, Signals signals) {
        this.jdbc = jdbc;
        this.log = log;
        this.signals = signals;
    }

    record DocumentRow(
            UUID id,
            long version,
            UUID arrival,
            UUID agency,
            UUID sender,
            String status,
            String code,
            LocalDate issuedOn,
            String type,
            String subject,
            String subjectFolded,
            String urgency,
            String signer,
            Instant arrivedAt,
            @Nullable Integer year,
            @Nullable Integer number,
            @Nullable Instant registeredAt,
            @Nullable UUID handler) {}

    record FileRow(UUID id, UUID document, String name, String hash) {}

    record ActRow(
            UUID document,
            long version,
            String event,
            @Nullable UUID officer,
            @Nullable UUID post,
            Instant at,
            @Nullable String reason) {}

    void write(List<DocumentRow> documents, List<FileRow> files, List<ActRow> acts, List<GenerationEvent> events) {
        insert("""
                insert into incoming.document
                select * from json_populate_recordset(null::incoming.document, cast(:rows as json))
                """, documents);
        insert("""
                insert into incoming.file (id, document, name, hash)
                select id, document, name, hash
                  from json_populate_recordset(null::incoming.file, cast(:rows as json))
                """, files);
        insert("""
                insert into incoming.act
                select * from json_populate_recordset(null::incoming.act, cast(:rows as json))
                """, acts);
        log.record(events);
        signals.announce(IncomingDocuments.TOPIC);
    }

    private void insert(String sql, List<? extends Record> rows) {
        jdbc.sql(sql).param("rows", BulkRows.of(rows)).update();
    }

    /// A register: of an agency, in a year.
    record Book(AgencyId agency, int year) {}

    private record Asked(UUID agency, int year, int count) {}

    /// Takes the next numbers of `books`, one for each time a book is named: the first of each.
    Map<Book, Integer> firstNumbers(List<Book> books) {
        List<Asked> asked = books.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(_ -> 1)))
                .entrySet()
                .stream()
                .map(entry -> new Asked(
                        entry.getKey().agency().value(), entry.getKey().year(), entry.getValue()))
                .toList();
        return jdbc
                .sql("""
                        with asked as (
                            select * from json_to_recordset(cast(:rows as json)) as a (agency uuid, year int, count int)),
                        given as (
                            insert into incoming.book as b (agency, year, last)
                            select agency, year, count from asked order by agency, year
                            on conflict (agency, year) do update set last = b.last + excluded.last
                            returning agency, year, last)
                        select agency, year, g.last - a.count + 1 as first from given g join asked a using (agency, year)
                        """)
                .param("rows", BulkRows.of(asked))
                .query((row, _) -> Map.entry(
                        new Book(new AgencyId(row.getObject("agency", UUID.class)), row.getInt("year")),
                        row.getInt("first")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
