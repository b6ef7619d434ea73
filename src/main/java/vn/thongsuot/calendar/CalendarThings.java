package vn.thongsuot.calendar;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names calendars.
@Component
class CalendarThings implements ThingNames {

    private static final String CALENDAR = "calendar";

    private final Calendars calendars;

    CalendarThings(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CALENDAR);
    }

    @Override
    public String word(String kind) {
        return "calendar.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        return calendars.all().stream()
                .filter(calendar -> calendar.id().value().equals(thing.id()))
                .findFirst()
                .map(calendar -> new Named(calendar.name().vi(), null));
    }
}
