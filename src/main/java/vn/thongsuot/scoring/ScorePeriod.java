package vn.thongsuot.scoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thongsuot.shared.Words;

/// **Kỳ đánh giá.** A month, quarter or year the index is counted for: dossiers belong to the one they were received
/// in.
///
/// @param from its first day
/// @param months how many: 1, 3 or 12
public record ScorePeriod(LocalDate from, int months) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");
    private static final int QUARTER = 3;
    private static final int YEAR = 12;
    private static final String[] ROMAN = {"I", "II", "III", "IV"};

    public ScorePeriod {
        if (from.getDayOfMonth() != 1 || months != 1 && months != QUARTER && months != YEAR) {
            throw new IllegalArgumentException(from + " + " + months);
        }
    }

    public static ScorePeriod month(LocalDate day) {
        return new ScorePeriod(day.withDayOfMonth(1), 1);
    }

    public static ScorePeriod quarter(LocalDate day) {
        return new ScorePeriod(
                day.withMonth((day.getMonthValue() - 1) / QUARTER * QUARTER + 1).withDayOfMonth(1), QUARTER);
    }

    public static ScorePeriod year(LocalDate day) {
        return new ScorePeriod(day.withDayOfYear(1), YEAR);
    }

    /// As written in addresses: `2024-11`, `2024-Q4` or `2024`. Refuses anything else
    /// ({@link ScoringProblem#PERIOD_UNREADABLE}).
    public static ScorePeriod of(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw ScoringProblem.PERIOD_UNREADABLE.because(text.substring(0, Math.min(text.length(), YEAR)));
        }
        try {
            int year = Integer.parseInt(written.group(1));
            if (written.group(2) != null) {
                return quarter(LocalDate.of(year, Integer.parseInt(written.group(2)) * QUARTER, 1));
            }
            return written.group(QUARTER) == null
                    ? year(LocalDate.of(year, 1, 1))
                    : month(YearMonth.of(year, Integer.parseInt(written.group(QUARTER)))
                            .atDay(1));
        } catch (DateTimeException impossible) {
            throw ScoringProblem.PERIOD_UNREADABLE.because(text);
        }
    }

    /// Its last day.
    public LocalDate to() {
        return from.plusMonths(months).minusDays(1);
    }

    /// The one before, as long.
    public ScorePeriod before() {
        return new ScorePeriod(from.minusMonths(months), months);
    }

    /// The one after, as long.
    public ScorePeriod after() {
        return new ScorePeriod(from.plusMonths(months), months);
    }

    /// `Tháng 11/2024`, `Quý IV/2024`, `Năm 2024`.
    public String text(Words words, Locale locale) {
        String year = Integer.toString(from.getYear());
        return switch (months) {
            case 1 -> words.of(locale, "scoring.period.month", "%02d".formatted(from.getMonthValue()), year);
            case QUARTER -> words.of(locale, "scoring.period.quarter", ROMAN[from.getMonthValue() / QUARTER], year);
            default -> words.of(locale, "scoring.period.year", year);
        };
    }

    /// As {@link #of} reads it.
    @Override
    public String toString() {
        return switch (months) {
            case 1 -> "%d-%02d".formatted(from.getYear(), from.getMonthValue());
            case QUARTER -> "%d-Q%d".formatted(from.getYear(), from.getMonthValue() / QUARTER + 1);
            default -> Integer.toString(from.getYear());
        };
    }
}
