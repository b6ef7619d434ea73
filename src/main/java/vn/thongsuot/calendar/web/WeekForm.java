package vn.thongsuot.calendar.web;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.thongsuot.calendar.Week;
import vn.thongsuot.shared.web.Typed;

/// A week's hours as a form writes them: `1a-from`, `1a-until` for Monday's first stretch, `1b-…` for its second;
/// both empty where the office is closed.
final class WeekForm {

    static final List<String> STRETCHES = List.of("a", "b");

    private WeekForm() {}

    static Typed typed(Week week) {
        Typed typed = Typed.nothing();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Week.Hours> hours = week.on(day);
            // A lone afternoon stands in the afternoon's fields.
            boolean afternoonOnly = hours.size() == 1 && hours.getFirst().from().getHour() >= 12;
            for (int i = 0; i < Math.min(hours.size(), STRETCHES.size()); i++) {
                String name = day.getValue() + STRETCHES.get(afternoonOnly ? 1 : i);
                typed = typed.with(name + "-from", hours.get(i).from())
                        .with(name + "-until", hours.get(i).until());
            }
        }
        return week.saturdayCounts() ? typed.with("saturdayCounts", true) : typed;
    }

    static Week read(Typed typed) {
        Map<DayOfWeek, List<Week.Hours>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Week.Hours> stretches = new ArrayList<>();
            for (String stretch : STRETCHES) {
                String name = day.getValue() + stretch;
                if (typed.given(name + "-from") || typed.given(name + "-until")) {
                    stretches.add(new Week.Hours(typed.time(name + "-from"), typed.time(name + "-until")));
                }
            }
            hours.put(day, stretches);
        }
        return new Week(hours, typed.given("saturdayCounts"));
    }
}
