package vn.thongsuot.signing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// **Số và ngày văn bản.** What the clerk's office adds to a document that was signed: number and notation (box 3 of
/// Decree 30/2020/NĐ-CP, annex I) and the day (box 4).
///
/// @param ordinal the number alone: `05`, `117`
/// @param notation what follows the stroke: `UBND-VX`
public record Marks(String ordinal, String notation, LocalDate day) {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' uuuu");
    private static final int PADDED_TO = 10;
    private static final int PADDED_MONTHS = 2;

    /// `Số: 05/UBND-VX`.
    String number() {
        return "Số: " + ordinal + "/" + notation;
    }

    /// With a nought before days under 10 and the months 1 and 2, as the annex says.
    String date() {
        String month = month();
        return WRITTEN.format(day).replaceFirst("tháng \\d+", "tháng " + month);
    }

    String dayOfMonth() {
        int number = day.getDayOfMonth();
        return number < PADDED_TO ? "0" + number : String.valueOf(number);
    }

    String month() {
        int number = day.getMonthValue();
        return number <= PADDED_MONTHS ? "0" + number : String.valueOf(number);
    }

    String year() {
        return String.valueOf(day.getYear());
    }
}
