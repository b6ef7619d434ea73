package vn.thongsuot.calendar;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Text;

/// **Quy tắc ngày lễ.** One edition of the public holidays as data: rows with the days they are in force and
/// their source, and the lunar days of each year. See `resources/calendar/README.md`.
record HolidayRules(int edition, List<Rule> rules, TreeMap<Integer, Lunar> lunar) {

    static final int LATEST = 1;

    private static final Map<Integer, HolidayRules> READ = new ConcurrentHashMap<>();
    private static final String TET = "tet";
    private static final String HUNG_KINGS = "hung_kings";

    /// One row: `on` is `MM-dd`, `tet` or `hung_kings`.
    record Rule(
            String holiday,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceUntil,
            String on,
            int days,
            Text name,
            Text source) {

        boolean inForce(LocalDate day) {
            LocalDate last = inForceUntil;
            return !day.isBefore(inForceFrom) && (last == null || !day.isAfter(last));
        }
    }

    /// First day of the lunar year, and 10/3 of the lunar year.
    record Lunar(LocalDate tet, LocalDate hungKings) {}

    /// A public holiday that falls on `date`.
    record Day(LocalDate date, Text name, Text source, boolean confirmed) {}

    static HolidayRules edition(int edition) {
        return READ.computeIfAbsent(edition, HolidayRules::read);
    }

    /// The years whose lunar days are known.
    boolean knows(int year) {
        return lunar.containsKey(year);
    }

    int firstYear() {
        return lunar.firstKey();
    }

    int lastYear() {
        return lunar.lastKey();
    }

    /// First day of the lunar year that begins in `year`.
    LocalDate tet(int year) {
        return Objects.requireNonNull(lunar.get(year)).tet();
    }

    /// The public holidays of `year` in order of date.
    List<Day> of(int year, List<Adjustment.Choice> choices) {
        List<Day> found = new ArrayList<>();
        for (Rule rule : rules) {
            LocalDate nominal = nominal(rule, year);
            if (rule.inForce(nominal)) {
                Adjustment.Choice choice = rule.days() == 1 ? null : choice(rule, year, choices);
                LocalDate first = choice != null ? choice.day() : first(rule, nominal);
                Text source = choice != null ? both(rule.source(), choice.source()) : rule.source();
                boolean confirmed = rule.days() == 1 || choice != null;
                for (int i = 0; i < rule.days(); i++) {
                    found.add(new Day(first.plusDays(i), rule.name(), source, confirmed));
                }
            }
        }
        found.sort(java.util.Comparator.comparing(Day::date));
        return found;
    }

    /// From when to when the announced first day of `holiday` may lie in `year`: the days off hold the holiday
    /// itself.
    Optional<Window> window(Adjustment.Holiday holiday, int year) {
        return rules.stream()
                .filter(rule -> rule.holiday().equals(holiday.name()))
                .filter(rule -> rule.days() > 1 && rule.inForce(nominal(rule, year)))
                .map(rule -> new Window(nominal(rule, year).minusDays(rule.days() - 1L), nominal(rule, year)))
                .findFirst();
    }

    /// The first and the last day something may begin on.
    record Window(LocalDate first, LocalDate last) {

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private LocalDate nominal(Rule rule, int year) {
        Lunar days = Objects.requireNonNull(lunar.get(year));
        return switch (rule.on()) {
            case TET -> days.tet();
            case HUNG_KINGS -> days.hungKings();
            default -> MonthDay.parse("--" + rule.on()).atYear(year);
        };
    }

    private static Adjustment.@Nullable Choice choice(Rule rule, int year, List<Adjustment.Choice> choices) {
        for (Adjustment.Choice choice : choices) {
            if (choice.holiday().name().equals(rule.holiday()) && choice.day().getYear() == year) {
                return choice;
            }
        }
        return null;
    }

    /// The default rule while nothing is announced; see the README beside the data.
    private static LocalDate first(Rule rule, LocalDate nominal) {
        if (rule.days() == 1) {
            return nominal;
        }
        DayOfWeek day = nominal.getDayOfWeek();
        if (rule.on().equals(TET)) {
            return nominal.minusDays(day == DayOfWeek.TUESDAY ? 1 : 2);
        }
        boolean dayAfter = day == DayOfWeek.SUNDAY || day == DayOfWeek.MONDAY || day == DayOfWeek.THURSDAY;
        return dayAfter ? nominal : nominal.minusDays(1);
    }

    private static Text both(Text law, Text announcement) {
        String lawInEnglish = law.en();
        String announcementInEnglish = announcement.en();
        return new Text(
                law.vi() + "; " + announcement.vi(),
                lawInEnglish == null || announcementInEnglish == null
                        ? null
                        : lawInEnglish + "; " + announcementInEnglish);
    }

    private static HolidayRules read(int edition) {
        List<Rule> rules = new ArrayList<>();
        for (NamedCsvRecord row : rows("holidays-" + edition + ".csv")) {
            String until = row.getField("in_force_until");
            rules.add(new Rule(
                    row.getField("holiday"),
                    LocalDate.parse(row.getField("in_force_from")),
                    until.isEmpty() ? null : LocalDate.parse(until),
                    row.getField("on"),
                    Integer.parseInt(row.getField("days")),
                    new Text(row.getField("name_vi"), row.getField("name_en")),
                    source(row)));
        }
        TreeMap<Integer, Lunar> lunar = new TreeMap<>();
        for (NamedCsvRecord row : rows("lunar.csv")) {
            lunar.put(
                    Integer.parseInt(row.getField("year")),
                    new Lunar(
                            LocalDate.parse(row.getField("tet_day1")),
                            LocalDate.parse(row.getField("hung_kings_10_3"))));
        }
        return new HolidayRules(edition, List.copyOf(rules), lunar);
    }

    /// What the Government has announced so far, as adjustments of a calendar that is opened now.
    static List<Adjustment> announced() {
        List<Adjustment> found = new ArrayList<>();
        for (NamedCsvRecord row : rows("announced.csv")) {
            LocalDate day = LocalDate.parse(row.getField("day"));
            found.add(
                    row.getField("kind").equals("SWAP")
                            ? new Adjustment.Swap(day, LocalDate.parse(row.getField("make_up")), source(row))
                            : new Adjustment.Choice(
                                    Adjustment.Holiday.valueOf(row.getField("holiday")), day, source(row)));
        }
        return found;
    }

    private static Text source(NamedCsvRecord row) {
        return new Text(row.getField("source_vi"), row.getField("source_en"));
    }

    private static List<NamedCsvRecord> rows(String file) {
        String path = "/calendar/" + file;
        try (InputStream data = HolidayRules.class.getResourceAsStream(path)) {
            if (data == null) {
                throw new IllegalStateException("No " + path);
            }
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(data, StandardCharsets.UTF_8))) {
                return reader.stream().toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
