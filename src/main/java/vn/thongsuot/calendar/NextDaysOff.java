package vn.thongsuot.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.HomeCard;
import vn.thongsuot.shared.Text;

/// On everyone's home page: how long until the next days off of the province's calendar.
@Component
class NextDaysOff implements HomeCard {

    private static final int ORDER = 80;

    private final Calendars calendars;
    private final BusinessClock clock;

    NextDaysOff(Calendars calendars, BusinessClock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(Actor actor) {
        WorkingCalendar calendar = calendars.of(CalendarId.PROVINCE);
        LocalDate today = clock.today();
        return IntStream.rangeClosed(today.getYear(), Math.min(today.getYear() + 1, calendar.lastYear()))
                .filter(year -> year >= calendar.firstYear())
                .mapToObj(calendar::spells)
                .flatMap(List::stream)
                .filter(spell -> spell.first().off() && !spell.last().isBefore(today))
                .findFirst()
                .map(spell -> view(spell, today));
    }

    private static View view(Spell spell, LocalDate today) {
        long until = Math.max(0, ChronoUnit.DAYS.between(today, spell.first().date()));
        Text name = spell.first().name();
        String label = "calendar.card." + (until == 0 ? "today" : "days") + (name == null ? ".decided" : "");
        return new View(
                "calendar.card.title",
                until == 0 ? spell.days() : until,
                label,
                spell.days() == 1 ? "calendar.card.day" : "calendar.card.span",
                "/calendar?year=" + spell.first().date().getYear(),
                "calendar-event",
                "pause",
                List.of(
                        name == null ? "" : name,
                        spell.first().date(),
                        spell.last(),
                        spell.first().source()));
    }
}
