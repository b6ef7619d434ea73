package vn.thongsuot.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.audit.TrailDetail.PersonalValue;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Thing;

/// **Dấu vết.** What the log says: who did what, when, and what proves it. For those who hold the auditor's
/// permission; the caller asks for it.
@Component
public class Trail {

    /// The kind of {@link Thing} an entry is to the log itself.
    public static final String ENTRY = "audit-entry";

    private static final int CURSOR_PARTS = 2;

    private final TrailQueries queries;
    private final Prover prover;
    private final SubjectKeys keys;
    private final AccessRecords accesses;

    Trail(TrailQueries queries, Prover prover, SubjectKeys keys, AccessRecords accesses) {
        this.queries = queries;
        this.prover = prover;
        this.keys = keys;
        this.accesses = accesses;
    }

    /// Entries that `filter` asks for, the latest business time first, each with its proof at this moment. Of a
    /// person whose data was erased nothing is found any more.
    ///
    /// @param cursor of an earlier page; null for the first
    public Page<TrailEntry> find(TrailFilter filter, @Nullable String cursor, int limit) {
        TrailQueries.Behind behind = behind(Cursor.read(cursor, CURSOR_PARTS));
        byte[] person = null;
        if (filter.person() != null) {
            person = keys.person(filter.person().toString()).orElse(null);
            if (person == null) {
                return new Page<>(List.of(), null);
            }
        }
        List<TrailQueries.Row> rows = queries.find(filter, person, behind, limit + 1);
        Page<TrailQueries.Row> page = Page.cut(rows, limit, row -> Cursor.of(row.business(), row.id()));
        return new Page<>(entries(page.items()), page.next());
    }

    private static TrailQueries.@Nullable Behind behind(@Nullable Cursor cursor) {
        try {
            return cursor == null
                    ? null
                    : new TrailQueries.Behind(Instant.parse(cursor.part(0)), UUID.fromString(cursor.part(1)));
        } catch (DateTimeException | IllegalArgumentException mistyped) {
            throw SharedProblem.BAD_REQUEST.because("cursor");
        }
    }

    /// Which entry `id` is, to ask whether it may be opened. Leaves no trace.
    public TrailEntry entry(UUID id) {
        return entries(List.of(queries.byId(id).orElseThrow(AuditProblem.ENTRY_ABSENT::because)))
                .getFirst();
    }

    /// Opens one entry for `by`, with the personal data whose key still exists. The opening is itself recorded.
    public TrailDetail open(UUID id, Actor by) {
        TrailQueries.Row row = queries.byId(id).orElseThrow(AuditProblem.ENTRY_ABSENT::because);
        accesses.record(by, new Thing(ENTRY, id.toString()), AccessRecords.Kind.OPENED);
        Optional<EntryBody> body = EntryBody.read(row.body());
        return new TrailDetail(
                entries(List.of(row)).getFirst(),
                row.body(),
                body.map(found -> values(found.data())).orElse(List.of()),
                body.map(found -> personal(id, found.personal())).orElse(List.of()));
    }

    /// The names of all events that stand in the log, sorted.
    public List<String> events() {
        return queries.events();
    }

    private List<TrailEntry> entries(List<TrailQueries.Row> rows) {
        List<ProofState> proofs = prover.prove(rows);
        Map<String, OfficerId> officers = officers(rows);
        List<TrailEntry> entries = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            TrailQueries.Row row = rows.get(index);
            TrailEntry.Author author = EntryBody.read(row.body())
                    .map(body -> body.author(person ->
                            Optional.ofNullable(officers.get(HexFormat.of().formatHex(person)))))
                    .orElseGet(EntryBody::unknown);
            entries.add(new TrailEntry(
                    row.id(),
                    row.recorded(),
                    row.business(),
                    row.event(),
                    row.thing(),
                    row.version(),
                    author,
                    proofs.get(index)));
        }
        return entries;
    }

    private Map<String, OfficerId> officers(List<TrailQueries.Row> rows) {
        List<byte[]> persons = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.person()).stream())
                .toList();
        return keys.subjects(persons).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, subject -> new OfficerId(UUID.fromString(subject.getValue()))));
    }

    private static List<TrailDetail.Value> values(JsonNode data) {
        return data.properties().stream()
                .map(member -> new TrailDetail.Value(member.getKey(), EntryBody.plain(member.getValue())))
                .toList();
    }

    private List<PersonalValue> personal(UUID entry, JsonNode commitments) {
        Map<String, TrailQueries.Beside> beside =
                queries.personal(entry).stream().collect(Collectors.toMap(TrailQueries.Beside::component, row -> row));
        return commitments.properties().stream()
                .map(commitment -> personal(
                        entry,
                        commitment.getKey(),
                        commitment.getValue().asString(""),
                        Optional.ofNullable(beside.get(commitment.getKey()))))
                .toList();
    }

    private PersonalValue personal(
            UUID entry, String component, String commitment, Optional<TrailQueries.Beside> beside) {
        if (beside.isEmpty()) {
            return new PersonalValue(component, null, PersonalValue.State.ABSENT, null);
        }
        String subject = beside.get().subject();
        Optional<SubjectKeys.Key> key = keys.known(subject);
        if (key.isEmpty()) {
            return new PersonalValue(component, subject, PersonalValue.State.ERASED, null);
        }
        Optional<byte[]> open = keys.open(
                        key.get(), entry, component, beside.get().sealed())
                .filter(salted -> HexFormat.of().formatHex(Sha256.of(salted)).equals(commitment));
        return open.map(salted -> Arrays.copyOfRange(salted, SubjectKeys.SALT, salted.length))
                .map(value -> new PersonalValue(
                        component,
                        subject,
                        PersonalValue.State.VISIBLE,
                        EntryBody.plain(JsonMapper.shared().readTree(new String(value, StandardCharsets.UTF_8)))))
                .orElseGet(() -> new PersonalValue(component, subject, PersonalValue.State.ALTERED, null));
    }
}
