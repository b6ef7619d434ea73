package vn.thongsuot.access.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@PreAuthorize("denyAll()")
class SignInController {

    @GetMapping("/sign-in")
    @PreAuthorize("permitAll()")
    ModelAndView show(@RequestParam(required = false) String error) {
        return new ModelAndView("access/sign-in", "view", new SignInView(error != null));
    }
}
