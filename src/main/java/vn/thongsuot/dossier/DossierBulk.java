package vn.thongsuot.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.audit.BulkLog;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BulkRows;
import vn.thongsuot.shared.Signals;

/// Writes many made-up dossiers at once. A row's components are its table's columns.
@Component
class DossierBulk {

    private final JdbcClient jdbc;
    private final BulkLog log;
    private final ApplicationEventPublisher events;
    private final Signals signals;

    DossierBulk(JdbcClient jdbc, BulkLog log, ApplicationEventPublisher events, Signals signals) {
        this.jdbc = jdbc;
        this.log = log;
        this.events = events;
        this.signals = signals;
    }

    record DossierRow(
            UUID id,
            long version,
            String code,
            String procedureCode,
            long procedureVersion,
            UUID agency,
            String status,
            String channel,
            String applicantName,
            String applicantFolded,
            String applicantNumber,
            @Nullable String applicantPhone,
            @Nullable String applicantAddress,
            Instant receivedAt,
            UUID receivedBy,
            String calendar,
            long calendarVersion,
            int limitAmount,
            String limitUnit,
            @Nullable LocalTime limitCutOff,
            Instant dueAt,
            @Nullable UUID handler,
            @Nullable Instant endedAt,
            Instant countedAt,
            @Nullable Instant supplementAskedAt,
            @Nullable Instant supplementDoneAt,
            @Nullable Instant resultAt,
            int digitised) {}

    record ComponentRow(UUID dossier, int position, String component, String name, String handling, boolean asked) {}

    record FileRow(
            UUID id,
            UUID dossier,
            @Nullable String component,
            String name,
            String hash,
            String kind,
            Instant addedAt) {}

    record ActRow(
            UUID dossier,
            long version,
            String event,
            @Nullable UUID officer,
            @Nullable UUID post,
            Instant at,
            @Nullable String reason) {}

    /// The rows of some dossiers.
    record Rows(
            List<DossierRow> dossiers,
            List<ComponentRow> components,
            List<FileRow> files,
            List<ActRow> acts,
            List<GenerationEvent> events) {

        Rows() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /// Together with their entries in the log, in one transaction.
    @Transactional
    public void write(Rows rows) {
        insert("""
                insert into dossier.dossier
                select * from json_populate_recordset(null::dossier.dossier, cast(:rows as json))
                """, rows.dossiers());
        insert("""
                insert into dossier.component
                select * from json_populate_recordset(null::dossier.component, cast(:rows as json))
                """, rows.components());
        insert("""
                insert into dossier.file
                select * from json_populate_recordset(null::dossier.file, cast(:rows as json))
                """, rows.files());
        insert("""
                insert into dossier.act
                select * from json_populate_recordset(null::dossier.act, cast(:rows as json))
                """, rows.acts());
        log.record(rows.events());
        signals.announce(Dossiers.TOPIC);
    }

    /// Tells that there is nothing to come.
    @Transactional
    public void finish(GenerationEvent.DossiersMade made) {
        events.publishEvent(made);
    }

    private void insert(String sql, List<? extends Record> rows) {
        jdbc.sql(sql).param("rows", BulkRows.of(rows)).update();
    }

    private record Asked(UUID agency, LocalDate day, int count) {}

    /// Takes the next numbers of `agencies` on `day`, one for each time an agency is named: the first of each. In the
    /// order of agencies, so that whoever does the same beside it never waits in a circle.
    Map<AgencyId, Integer> firstNumbers(List<AgencyId> agencies, LocalDate day) {
        List<Asked> asked = agencies.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(_ -> 1)))
                .entrySet()
                .stream()
                .map(entry -> new Asked(entry.getKey().value(), day, entry.getValue()))
                .toList();
        return jdbc
                .sql("""
                        with asked as (
                            select * from json_to_recordset(cast(:rows as json)) as a (agency uuid, day date, count int)),
                        given as (
                            insert into dossier.number as n (agency, day, last)
                            select agency, day, count from asked order by agency
                            on conflict (agency, day) do update set last = n.last + excluded.last
                            returning agency, last)
                        select g.agency, g.last - a.count + 1 as first from given g join asked a on a.agency = g.agency
                        """)
                .param("rows", BulkRows.of(asked))
                .query((row, _) -> Map.entry(new AgencyId(row.getObject("agency", UUID.class)), row.getInt("first")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
