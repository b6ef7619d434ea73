package vn.thongsuot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thongsuot.Proves;
import vn.thongsuot.calendar.CalendarDay.Kind;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Text;

/// What each day is: the law's holidays, days in lieu, what was announced, and what an administrator enters.
@Proves("H4.1")
class WorkingCalendarTests {

    private static final Text SOURCE = Text.of("Quyết định 1/QĐ-UBND");
    private final WorkingCalendar calendar = WorkingCalendar.standard();

    /// The days off on weekdays, as the Government announced them for the years.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020 | 01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02",
                "2021 | 01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03",
                "2022 | 01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02",
                "2023 | 01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
                "2024 | 01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
                "2025 | 01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
                "2026 | 01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24"
            })
    void isOffOnTheAnnouncedWeekdays(int year, String expected) {
        String found = calendar.year(year)
                .filter(day -> day.date().getDayOfWeek().getValue() <= 5 && day.off())
                .map(day -> day.date().toString().substring(5))
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void worksOnTheMadeUpSaturdays() {
        Map<Integer, List<String>> found = new TreeMap<>();
        for (int year = 2020; year <= 2026; year++) {
            List<String> days = calendar.year(year)
                    .filter(day -> day.kind() == Kind.MAKE_UP)
                    .map(day -> day.date() + " " + day.hours().size() + " " + day.other())
                    .toList();
            if (!days.isEmpty()) {
                found.put(year, days);
            }
        }
        assertThat(found)
                .isEqualTo(Map.of(
                        2024, List.of("2024-05-04 2 2024-04-29"),
                        2025, List.of("2025-04-26 2 2025-05-02"),
                        2026, List.of("2026-01-10 2 2026-01-02", "2026-08-22 2 2026-08-31")));
    }

    /// The default rule gives what was announced, for every year in which we know what was announced.
    @Test
    void guessesTheAnnouncedDaysOfEveryKnownYear() {
        WorkingCalendar nothingAnnounced = WorkingCalendar.of(CalendarId.PROVINCE, Week.ORDINARY, List.of());
        WorkingCalendar onlyChoices = WorkingCalendar.of(
                CalendarId.PROVINCE,
                Week.ORDINARY,
                HolidayRules.announced().stream()
                        .filter(Adjustment.Choice.class::isInstance)
                        .toList());
        for (int year = 2020; year <= 2026; year++) {
            assertThat(daysOff(nothingAnnounced, year)).as("%d", year).isEqualTo(daysOff(onlyChoices, year));
        }
    }

    @Test
    void saysWhenTheDaysOfAYearAreNotConfirmed() {
        assertThat(calendar.day(LocalDate.of(2026, 2, 17)).confirmed()).isTrue();
        assertThat(calendar.day(LocalDate.of(2026, 2, 17)).source().vi())
                .isEqualTo("Bộ luật Lao động 45/2019/QH14, Điều 112; Thông báo 9441/TB-BNV");
        CalendarDay tet2027 = calendar.day(LocalDate.of(2027, 2, 6));
        assertThat(tet2027.kind()).isEqualTo(Kind.HOLIDAY);
        assertThat(tet2027.confirmed()).as("nobody announced Tết 2027 yet").isFalse();
        assertThat(calendar.day(LocalDate.of(2027, 4, 16)).confirmed())
                .as("Giỗ Tổ is fixed by the lunar calendar")
                .isTrue();
    }

    /// Labour Code 2019 art. 111.3. In 2023 Giỗ Tổ fell on Saturday 29/4, Victory Day on Sunday 30/4.
    @Test
    void givesADayInLieuOfAHolidayOnAWeeklyDayOff() {
        CalendarDay first = calendar.day(LocalDate.of(2023, 5, 2));
        assertThat(first.kind()).isEqualTo(Kind.IN_LIEU);
        assertThat(first.other()).isEqualTo(LocalDate.of(2023, 4, 29));
        assertThat(calendar.day(LocalDate.of(2023, 5, 3)).other()).isEqualTo(LocalDate.of(2023, 4, 30));
        assertThat(first.source().vi()).isEqualTo("Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3");
    }

    /// Resolution 28/2026/QH16: a day off from 2026 on, not before.
    @Test
    void keepsVietnameseCultureDayFrom2026() {
        assertThat(calendar.day(LocalDate.of(2025, 11, 24)).kind()).isEqualTo(Kind.WORKING);
        CalendarDay day = calendar.day(LocalDate.of(2026, 11, 24));
        assertThat(day.kind()).isEqualTo(Kind.HOLIDAY);
        assertThat(day.source().vi()).isEqualTo("Nghị quyết 28/2026/QH16");
    }

    @Test
    void opensOnSaturdayMorningsWithoutCountingThem() {
        WorkingCalendar police =
                WorkingCalendar.of(new CalendarId("police"), Week.ORDINARY.withSaturdayMorning(false), List.of());
        CalendarDay saturday = police.day(LocalDate.of(2024, 11, 23));
        assertThat(saturday.kind()).isEqualTo(Kind.COUNTER_ONLY);
        assertThat(saturday.hours()).hasSize(1);
        assertThat(saturday.counts()).isFalse();
        WorkingCalendar counting =
                WorkingCalendar.of(new CalendarId("police"), Week.ORDINARY.withSaturdayMorning(true), List.of());
        assertThat(counting.day(LocalDate.of(2024, 11, 23)).counts()).isTrue();
        assertThat(counting.day(LocalDate.of(2023, 5, 2)).kind())
                .as("Giỗ Tổ 2023 on a working Saturday needs no day in lieu, Victory Day on Sunday does")
                .isEqualTo(Kind.IN_LIEU);
        assertThat(counting.day(LocalDate.of(2023, 5, 3)).kind()).isEqualTo(Kind.WORKING);
    }

    @Test
    void keepsHalfDaysDaysOffAndMadeUpDays() {
        LocalDate friday = LocalDate.of(2024, 11, 22);
        WorkingCalendar adjusted = WorkingCalendar.of(
                CalendarId.PROVINCE,
                Week.ORDINARY,
                List.of(
                        new Adjustment.HalfDay(friday, Adjustment.Half.AFTERNOON, SOURCE),
                        new Adjustment.DayOff(friday.plusDays(3), SOURCE),
                        new Adjustment.MakeUp(friday.plusDays(1), SOURCE)));
        assertThat(adjusted.day(friday).hours())
                .containsExactly(Week.ORDINARY.on(friday.getDayOfWeek()).getFirst());
        assertThat(adjusted.day(friday).kind()).isEqualTo(Kind.HALF_DAY);
        assertThat(adjusted.day(friday.plusDays(3)).kind()).isEqualTo(Kind.DAY_OFF);
        assertThat(adjusted.day(friday.plusDays(1)).kind()).isEqualTo(Kind.MAKE_UP);
        assertThat(adjusted.day(friday.plusDays(1)).hours()).hasSize(2);
    }

    @Test
    void refusesYearsWhoseLunarDaysItDoesNotKnow() {
        assertThatThrownBy(() -> calendar.day(LocalDate.of(2041, 1, 1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(CalendarProblem.YEAR_OUTSIDE));
    }

    private static List<LocalDate> daysOff(WorkingCalendar calendar, int year) {
        return calendar.year(year)
                .filter(CalendarDay::off)
                .map(CalendarDay::date)
                .toList();
    }
}
