package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.Passkeys;
import vn.thongsuot.access.Standing;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.web.Reasons;

/// The passkeys of one's own account. The browser's part is in `static/passkeys.js`.
@Controller
@PreAuthorize("denyAll()")
class PasskeysController {

    private static final String OPTIONS = "passkey-to-make";

    private final Passkeys passkeys;
    private final CredentialJson json;
    private final Reasons reasons;

    PasskeysController(Passkeys passkeys, CredentialJson json, Reasons reasons) {
        this.passkeys = passkeys;
        this.json = json;
        this.reasons = reasons;
    }

    @GetMapping("/account/passkeys")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView show(SignedIn person, @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent) {
        return page(person, agent, null);
    }

    /// What the browser makes a passkey for.
    @PostMapping(path = "/webauthn/register/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    @ResponseBody
    String begin(SignedIn person, HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options =
                passkeys.beginEnrolment(OwnAccount.standing(person).signInName());
        request.getSession().setAttribute(OPTIONS, options);
        return json.write(options);
    }

    @PostMapping(
            path = "/webauthn/register",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    @ResponseBody
    CredentialJson.Next create(@RequestBody String made, SignedIn person, HttpServletRequest request) {
        Standing standing = OwnAccount.standing(person);
        CredentialJson.Made credential = json.made(made);
        passkeys.enrol(
                standing.account(),
                CredentialJson.take(request, OPTIONS, PublicKeyCredentialCreationOptions.class),
                credential.credential(),
                credential.label(),
                standing.actor());
        return new CredentialJson.Next("/account/passkeys");
    }

    @PostMapping("/account/passkeys/{id}/name")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    ModelAndView update(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String label,
            SignedIn person,
            Locale locale,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
            HttpServletResponse response) {
        Standing standing = OwnAccount.standing(person);
        try {
            passkeys.rename(standing.account(), id, label, standing.actor());
            return new ModelAndView("redirect:/account/passkeys");
        } catch (Refusal refused) {
            if (refused.problem() == AccessProblem.PASSKEY_ABSENT) {
                throw refused;
            }
            return page(person, agent, reasons.of(refused, locale, response));
        }
    }

    @PostMapping("/account/passkeys/{id}/removal")
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @FreshSignIn
    ModelAndView delete(@PathVariable UUID id, SignedIn person) {
        Standing standing = OwnAccount.standing(person);
        passkeys.remove(standing.account(), id, standing.actor());
        return new ModelAndView("redirect:/account/passkeys");
    }

    private ModelAndView page(SignedIn person, String agent, @Nullable String error) {
        return new ModelAndView(
                "access/passkeys",
                "view",
                new PasskeysView(passkeys.of(OwnAccount.id(person)), Devices.of(agent), error));
    }
}
