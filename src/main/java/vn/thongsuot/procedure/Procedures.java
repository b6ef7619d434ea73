package vn.thongsuot.procedure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import vn.thongsuot.procedure.ProcedureVersion.Edition;
import vn.thongsuot.shared.Cursor;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.Signals;

/// **Danh mục thủ tục.** Answers which procedures there are, from memory: the name of a procedure costs no query. The
/// memory is read anew on every node when the catalogue changes.
@Component
public class Procedures implements SmartInitializingSingleton {

    /// The topic announced when the catalogue changed.
    public static final String TOPIC = "procedure";

    private static final int NO_MATCH = -1;

    private final ProcedureQueries queries;
    private final AtomicLong readings = new AtomicLong();
    private long newest;
    private volatile CompletableFuture<Snapshot> reading;

    /// The catalogue of one moment, by code.
    private record Snapshot(Map<ProcedureCode, Known> known, List<Edition> editions) {}

    /// @param name as it is searched in
    /// @param standings which of them it has: told once, asked on every page
    private record Known(ProcedureVersion procedure, Folded name, Set<Standing> standings) {

        static Known of(ProcedureVersion procedure) {
            return new Known(
                    procedure,
                    Folded.of(procedure.name()),
                    Arrays.stream(Standing.values())
                            .filter(standing -> standing.of(procedure))
                            .collect(Collectors.toUnmodifiableSet()));
        }

        /// How well this procedure answers `query`: 0 best, −1 not at all.
        int rank(Folded query) {
            return procedure.code().value().startsWith(query.plain()) ? 0 : name.rank(query);
        }
    }

    Procedures(ProcedureQueries queries, Signals signals) {
        this.queries = queries;
        // The first reading goes on beside the rest of the start.
        this.reading = CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread);
        signals.on(TOPIC, this::refresh);
    }

    /// Waits for the first reading; without one the application does not start.
    @Override
    public void afterSingletonsInstantiated() {
        reading.join();
    }

    /// Reads anew; a reading begun earlier never replaces one begun later.
    void refresh() {
        long begun = readings.incrementAndGet();
        Snapshot fresh = read();
        synchronized (this) {
            if (begun > newest) {
                newest = begun;
                reading = CompletableFuture.completedFuture(fresh);
            }
        }
    }

    private Snapshot read() {
        Map<ProcedureCode, Known> known = new TreeMap<>();
        queries.newest().forEach(procedure -> known.put(procedure.code(), Known.of(procedure)));
        return new Snapshot(known, queries.editions());
    }

    /// The procedure in its newest version.
    public Optional<ProcedureVersion> find(ProcedureCode code) {
        return Optional.ofNullable(reading.join().known().get(code)).map(Known::procedure);
    }

    /// Editions that were loaded, the newest first.
    public List<Edition> editions() {
        return reading.join().editions();
    }

    /// **Điều kiện tìm.** Which procedures are asked for; null and empty for no condition.
    ///
    /// @param query a code or words of the name, with or without marks and capitals
    public record Filter(
            String query,
            @Nullable HandlingLevel level,
            @Nullable Channel channel,
            @Nullable String field,
            @Nullable Standing standing) {

        public static Filter of(String query) {
            return new Filter(query, null, null, null, null);
        }

        private boolean matches(Known known) {
            ProcedureVersion procedure = known.procedure();
            return (level == null || procedure.levels().contains(level))
                    && (channel == null || procedure.channels().containsKey(channel))
                    && (field == null || procedure.field().equals(field))
                    && (standing == null || known.standings().contains(standing));
        }
    }

    /// How far a procedure can be handled.
    public enum Standing {
        COMPLETE,
        INCOMPLETE,
        LIMIT_TO_BE_CONFIRMED;

        boolean of(ProcedureVersion procedure) {
            return switch (this) {
                case COMPLETE -> procedure.complete();
                case INCOMPLETE -> !procedure.complete();
                case LIMIT_TO_BE_CONFIRMED ->
                    procedure.channels().values().stream()
                            .anyMatch(offer -> offer.limit().state() == StatedLimit.State.TO_BE_CONFIRMED);
            };
        }
    }

    /// A part of a list.
    ///
    /// @param total of the whole list
    /// @param next the cursor of the next part; null at the end
    public record Found(
            List<ProcedureVersion> items,
            int total,
            @Nullable String next) {}

    /// At most `limit` procedures, best match first and then by code, after the cursor `after`.
    public Found find(Filter filter, @Nullable String after, int limit) {
        List<ProcedureVersion> all = all(filter);
        Cursor cursor = Cursor.read(after, 1);
        int from = 0;
        if (cursor != null) {
            String last = cursor.part(0);
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).code().value().equals(last)) {
                    from = i + 1;
                }
            }
        }
        List<ProcedureVersion> items = all.subList(from, Math.min(all.size(), from + limit));
        boolean more = from + items.size() < all.size();
        return new Found(
                List.copyOf(items),
                all.size(),
                more ? Cursor.of(items.getLast().code()).text() : null);
    }

    /// All that match, best match first and then by code.
    public List<ProcedureVersion> all(Filter filter) {
        Stream<Known> matching = reading.join().known().values().stream().filter(filter::matches);
        if (!filter.query().isBlank()) {
            Folded query = Folded.of(filter.query());
            matching = matching.map(known -> new Ranked(known, known.rank(query)))
                    .filter(ranked -> ranked.rank() != NO_MATCH)
                    .sorted(Comparator.comparingInt(Ranked::rank))
                    .map(Ranked::known);
        }
        return matching.map(Known::procedure).toList();
    }

    private record Ranked(Known known, int rank) {}

    /// Every field with how many of its procedures match `filter` in all but the field, by name.
    public Map<String, Integer> fields(Filter filter) {
        Map<String, Integer> counted = new HashMap<>();
        all(new Filter(filter.query(), filter.level(), filter.channel(), null, filter.standing()))
                .forEach(procedure -> counted.merge(procedure.field(), 1, Integer::sum));
        Map<String, Integer> fields = new LinkedHashMap<>();
        Map<String, String> plain = new HashMap<>();
        counted.keySet().forEach(name -> plain.put(name, Folded.of(name).plain()));
        counted.keySet().stream()
                .sorted(Comparator.comparing((String name) -> plain.getOrDefault(name, name))
                        .thenComparing(name -> name))
                .forEach(name -> fields.put(name, counted.getOrDefault(name, 0)));
        return fields;
    }
}
