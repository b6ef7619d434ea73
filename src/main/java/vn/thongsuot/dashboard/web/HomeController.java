package vn.thongsuot.dashboard.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.HomeCard;
import vn.thongsuot.shared.SignedIn;

/// What waits for the person at the screen, as each module tells it.
@Controller
@PreAuthorize("denyAll()")
class HomeController {

    private final List<HomeCard> cards;
    private final BusinessClock clock;

    HomeController(List<HomeCard> cards, BusinessClock clock) {
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.clock = clock;
    }

    @GetMapping("/")
    @PreAuthorize("hasAuthority('HOME_VIEW')")
    ModelAndView show(SignedIn person) {
        List<HomeCard.View> shown =
                cards.stream().flatMap(card -> card.of(person.actor()).stream()).toList();
        return new ModelAndView(
                "dashboard/home", "view", new HomeView(person.personName(), person.postLine(), clock.today(), shown));
    }
}
