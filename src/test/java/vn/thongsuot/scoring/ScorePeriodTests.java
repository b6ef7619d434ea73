package vn.thongsuot.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Words;

/// Periods of the index: as written, as read, and one after the other.
class ScorePeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2024-11, 2024-11-01, 2024-11-30, 2024-10, 2024-12, Tháng 11/2024",
        "2024-01, 2024-01-01, 2024-01-31, 2023-12, 2024-02, Tháng 01/2024",
        "2024-Q1, 2024-01-01, 2024-03-31, 2023-Q4, 2024-Q2, Quý I/2024",
        "2024-Q4, 2024-10-01, 2024-12-31, 2024-Q3, 2025-Q1, Quý IV/2024",
        "2024, 2024-01-01, 2024-12-31, 2023, 2025, Năm 2024"
    })
    void isReadAsItIsWritten(String text, LocalDate from, LocalDate to, String before, String after, String words) {
        ScorePeriod period = ScorePeriod.of(text);
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period).hasToString(text);
        assertThat(period.before()).hasToString(before);
        assertThat(period.after()).hasToString(after);
        assertThat(period.text(new Words(), Locale.of("vi"))).isEqualTo(words);
    }

    @Test
    void everyDayBelongsToOneOfEachLength() {
        LocalDate day = LocalDate.of(2024, 11, 22);
        assertThat(ScorePeriod.month(day)).hasToString("2024-11");
        assertThat(ScorePeriod.quarter(day)).hasToString("2024-Q4");
        assertThat(ScorePeriod.year(day)).hasToString("2024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11/2024", "2024-13", "2024-Q5", "2024-1", "2024-11-22", "năm nay"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> ScorePeriod.of(text)).isInstanceOf(Refusal.class);
    }
}
