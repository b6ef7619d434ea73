package vn.thongsuot.dashboard.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.shared.SignedIn;

@Controller
@PreAuthorize("denyAll()")
class HomeController {

    @GetMapping("/")
    @PreAuthorize("hasAuthority('HOME_VIEW')")
    ModelAndView show(SignedIn person) {
        return new ModelAndView("dashboard/home", "view", new HomeView(person.personName()));
    }
}
