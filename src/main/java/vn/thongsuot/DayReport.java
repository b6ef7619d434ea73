package vn.thongsuot;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// What came of a played day.
///
/// @param done how often each thing was done
/// @param before the province's points by indicator; `after` the day
/// @param failed what was refused or went wrong, one line each
record DayReport(
        LocalDate day,
        Map<DayStep, Integer> done,
        Map<String, String> before,
        Map<String, String> after,
        List<String> failed) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int COLUMN = 44;

    boolean whole() {
        return failed.isEmpty();
    }

    int times(DayStep step) {
        return done.getOrDefault(step, 0);
    }

    /// In Vietnamese, for whoever started it.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Ngày làm việc " + DAY.format(day));
        for (DayStep.Of of : DayStep.Of.values()) {
            if (done.keySet().stream().anyMatch(step -> step.of == of)) {
                lines.add(of.title);
            }
            done.forEach((step, times) -> {
                if (step.of == of) {
                    lines.add(line(step.words, Integer.toString(times)));
                }
            });
        }
        if (!after.isEmpty()) {
            lines.add("Điểm của tỉnh trong tháng");
        }
        ResourceBundle names = ResourceBundle.getBundle("messages.scoring", Locale.ROOT);
        after.forEach((indicator, points) -> {
            String key =
                    "scoring.indicator." + indicator.toLowerCase(Locale.ROOT).replace('_', '-');
            lines.add(line(
                    names.containsKey(key) ? names.getString(key) : indicator,
                    shown(before.getOrDefault(indicator, "chưa tính")) + " → " + shown(points)));
        });
        lines.add("Việc không làm được: " + failed.size());
        failed.forEach(failure -> lines.add("  " + failure));
        return lines;
    }

    private static String line(String words, String figure) {
        return "  " + words + " ".repeat(Math.max(COLUMN - words.length(), 1)) + figure;
    }

    private static String shown(String points) {
        return points.replace('.', ',');
    }
}
