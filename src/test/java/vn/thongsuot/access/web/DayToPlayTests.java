package vn.thongsuot.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thongsuot.calendar.WorkingCalendar;

/// The demonstration plays days that the province works: by its calendar, not by the weekday.
class DayToPlayTests {

    @ParameterizedTest(name = "after {0} comes {1}: {2}")
    @CsvSource({
        "2024-11-22T06:59, 2024-11-22, the day itself until it opens",
        "2024-11-22T07:00, 2024-11-25, a weekend lies between",
        "2024-12-31T17:30, 2025-01-02, New Year is a public holiday",
        "2025-01-24T18:00, 2025-02-03, the nine days of Lunar New Year",
        "2025-04-25T17:30, 2025-04-26, a Saturday worked in place of 2 May",
        "2025-04-29T17:30, 2025-05-05, two holidays and the Friday that was swapped"
    })
    void theNextWorkingDayOfTheProvince(LocalDateTime now, LocalDate day, String why) {
        assertThat(DayToPlay.after(now, WorkingCalendar.standard()))
                .as(why)
                .isEqualTo(new DayToPlay(day, LocalTime.of(7, 0), LocalTime.of(17, 0)));
    }
}
