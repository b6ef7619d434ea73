package vn.thongsuot.dashboard.web;

import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.SignedIn;

/// What waits for the person at the screen, as each module tells it, and the week of their office.
@Controller
@PreAuthorize("denyAll()")
class HomeController {

    private final Cards cards;
    private final OfficeWeek week;
    private final BusinessClock clock;

    HomeController(Cards cards, OfficeWeek week, BusinessClock clock) {
        this.cards = cards;
        this.week = week;
        this.clock = clock;
    }

    @GetMapping("/")
    @PreAuthorize("hasAuthority('HOME_VIEW')")
    ModelAndView show(SignedIn person, Locale locale) {
        WorkingCalendar calendar = week.calendar(person.actor());
        HomeView view = new HomeView(
                person.personName(),
                person.postLine(),
                clock.today(),
                week.now(calendar, locale),
                calendar.id().value(),
                week.of(calendar, locale),
                cards.of(person.actor(), locale));
        return new ModelAndView("dashboard/home", "view", view);
    }
}
