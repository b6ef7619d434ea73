package vn.thongsuot.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One measured number. With a `reference` the bar is for the `ratio` of both, without one for the value itself.
/// Of times, sizes and shares the bar is a limit; of everything else it is what must be reached.
///
/// @param holds null where there is no bar
record Measure(
        String measure,
        double value,
        String unit,
        @Nullable Double reference,
        @Nullable Double ratio,
        @Nullable Double bar,
        @Nullable Boolean holds) {

    /// Something to know, without a bar.
    static Measure of(String measure, double value, String unit) {
        return new Measure(measure, round(value), unit, null, null, null, null);
    }

    /// As {@link #of(String, double, String)}, beside what it is compared with.
    static Measure against(String measure, double value, String unit, double reference) {
        return new Measure(measure, round(value), unit, round(reference), round(value / reference), null, null);
    }

    static Measure atLeast(String measure, double value, String unit, double reference, double bar) {
        double ratio = value / reference;
        return new Measure(measure, round(value), unit, round(reference), round(ratio), bar, ratio >= bar);
    }

    static Measure atMost(String measure, double value, String unit, double bar) {
        return new Measure(measure, round(value), unit, null, null, bar, value <= bar);
    }

    /// Three significant digits: more would not come again in the next run.
    private static double round(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        double scale = Math.pow(10, 2 - Math.floor(Math.log10(Math.abs(value))));
        return Math.round(value * scale) / scale;
    }

    static String shown(@Nullable Double number) {
        if (number == null) {
            return "";
        }
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.3g", number);
    }
}
