package vn.thongsuot.inspection.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.thongsuot.audit.TrailFilter;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.web.Typed;

/// The conditions in the address of the log's page, by name; unknown names are left out.
record LogQuery(Map<String, String> values) {

    static final List<String> NAMES = List.of("person", "agency", "kind", "thing", "event", "from", "to");

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    static LogQuery of(Map<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        }
        return new LogQuery(values);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// The same, with `name` set to `value`, or taken away where `value` is empty.
    LogQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new LogQuery(changed);
    }

    /// The address of the log's page with these conditions.
    String href(String path, @Nullable String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        if (cursor != null) {
            address.queryParam("cursor", "{cursor}");
        }
        Map<String, String> filled = new LinkedHashMap<>(values);
        filled.put("cursor", cursor == null ? "" : cursor);
        return address.encode().buildAndExpand(filled).toUriString();
    }

    TrailFilter filter() {
        LocalDate to = day("to");
        return new TrailFilter(
                id("person", OfficerId::new),
                id("agency", AgencyId::new),
                has("kind") && has("thing") ? new Thing(text("kind"), text("thing")) : null,
                has("event") ? text("event") : null,
                begin(day("from")),
                begin(to == null ? null : to.plusDays(1)));
    }

    @Nullable
    LocalDate day(String name) {
        return has(name) ? Typed.day(text(name)) : null;
    }

    /// What is wrong with the days typed; nothing where they can be asked for.
    List<LogView.Wrong> wrong() {
        List<LogView.Wrong> unreadable = Stream.of("from", "to")
                .filter(name -> !readable(name))
                .map(name -> new LogView.Wrong(name, "problem.shared.date-unreadable.detail", text(name)))
                .toList();
        LocalDate from = unreadable.isEmpty() ? day("from") : null;
        LocalDate to = unreadable.isEmpty() ? day("to") : null;
        return from != null && to != null && from.isAfter(to)
                ? List.of(new LogView.Wrong("to", "inspection.filter.reversed", ""))
                : unreadable;
    }

    private boolean readable(String name) {
        try {
            day(name);
            return true;
        } catch (Refusal noDay) {
            return false;
        }
    }

    /// Whether `name` is `day`, in an address or as the field writes it; of null, whether nothing is said.
    boolean says(String name, @Nullable LocalDate day) {
        String text = text(name);
        return day == null ? text.isEmpty() : text.equals(day.toString()) || text.equals(WRITTEN.format(day));
    }

    private static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }

    private <T> @Nullable T id(String name, Function<UUID, T> make) {
        try {
            return has(name) ? make.apply(UUID.fromString(text(name))) : null;
        } catch (IllegalArgumentException notOne) {
            throw SharedProblem.BAD_REQUEST.because(name);
        }
    }
}
