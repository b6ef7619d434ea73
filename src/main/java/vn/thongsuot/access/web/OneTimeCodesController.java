package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.OneTimeCodes;
import vn.thongsuot.access.Standing;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Reasons;

/// Turns one-time codes of one's own account on and off. Recovery codes are shown in the answer to the form that
/// made them, and nowhere again.
@Controller
@RequestMapping("/account/one-time-codes")
@PreAuthorize("denyAll()")
class OneTimeCodesController {

    private final OneTimeCodes codes;
    private final Reasons reasons;

    OneTimeCodesController(OneTimeCodes codes, Reasons reasons) {
        this.codes = codes;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView show(SignedIn person) {
        return new ModelAndView(
                "access/one-time-codes",
                "view",
                new CodesView(codes.of(OwnAccount.id(person)).orElse(null)));
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    ModelAndView edit(SignedIn person) {
        return codes.of(OwnAccount.id(person)).isPresent()
                ? new ModelAndView("redirect:/account/one-time-codes")
                : enrolment(person, null);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    ModelAndView create(
            @RequestParam(defaultValue = "") String code,
            SignedIn person,
            Locale locale,
            HttpServletResponse response) {
        Standing standing = OwnAccount.standing(person);
        if (codes.of(standing.account()).isPresent()) {
            return new ModelAndView("redirect:/account/one-time-codes");
        }
        try {
            return paper(codes.confirm(standing.account(), code, standing.actor()), standing, true);
        } catch (Refusal refused) {
            return enrolment(person, reasons.of(refused, locale, response));
        }
    }

    @PostMapping("/recovery")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    ModelAndView renew(SignedIn person) {
        Standing standing = OwnAccount.standing(person);
        return paper(codes.renewRecoveryCodes(standing.account(), standing.actor()), standing, false);
    }

    @PostMapping("/end")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    ModelAndView delete(SignedIn person) {
        Standing standing = OwnAccount.standing(person);
        codes.end(standing.account(), standing.actor());
        return new ModelAndView("redirect:/account?done=codes-off");
    }

    private ModelAndView enrolment(SignedIn person, @Nullable String error) {
        Standing standing = OwnAccount.standing(person);
        OneTimeCodes.Enrolment begun = codes.begin(standing.account(), standing.signInName());
        QrCode picture = QrCode.of(begun.uri());
        return new ModelAndView(
                "access/one-time-codes-new",
                "view",
                new EnrolmentView(
                        begun.key().replaceAll("(.{4})(?!$)", "$1 "),
                        picture.side(),
                        picture.path(),
                        standing.signInName(),
                        error));
    }

    private static ModelAndView paper(List<String> recovery, Standing standing, boolean first) {
        return new ModelAndView(
                "access/recovery-codes", "view", new RecoveryView(recovery, standing.signInName(), first));
    }
}
