package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Passkeys;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.SignedIn;

/// Signs in with a passkey, without a name and without a second step: the device checked the person. The same proves
/// again who somebody is.
@Controller
@PreAuthorize("denyAll()")
class PasskeySignInController {

    private static final String OPTIONS = "passkey-to-show";
    private static final int SECONDS = 300;

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Entrance entrance;
    private final SessionStandings sessions;
    private final CredentialJson json;

    PasskeySignInController(
            Passkeys passkeys, Accounts accounts, Entrance entrance, SessionStandings sessions, CredentialJson json) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.entrance = entrance;
        this.sessions = sessions;
        this.json = json;
    }

    @PostMapping(path = "/webauthn/authenticate/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @ResponseBody
    String begin(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            session = request.getSession(true);
            session.setMaxInactiveInterval(SECONDS);
        }
        PublicKeyCredentialRequestOptions options = passkeys.beginSignIn();
        session.setAttribute(OPTIONS, options);
        return json.write(options);
    }

    @PostMapping(
            path = "/login/webauthn",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @ResponseBody
    CredentialJson.Next create(
            @RequestBody String shown, @RequestParam(defaultValue = "/") String next, HttpServletRequest request) {
        AccountView account =
                accounts.find(verified(shown, request)).orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
        return new CredentialJson.Next(entrance.enter(request, account, "passkey", next));
    }

    /// Somebody signed in proves again who they are, with a passkey of the same account.
    @PostMapping(
            path = "/sign-in/again/passkey",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('ACCOUNT_OWN')")
    @ResponseBody
    CredentialJson.Next proveAgain(@RequestBody String shown, SignedIn person, HttpServletRequest request) {
        if (!verified(shown, request).equals(OwnAccount.id(person))) {
            throw AccessProblem.PASSKEY_REFUSED.because();
        }
        sessions.proved(request);
        return new CredentialJson.Next("");
    }

    private AccountId verified(String shown, HttpServletRequest request) {
        return passkeys.verify(
                CredentialJson.take(request, OPTIONS, PublicKeyCredentialRequestOptions.class), json.shown(shown));
    }
}
