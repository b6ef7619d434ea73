package vn.thongsuot.access;

import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;

/// **Khóa truy cập.** Passkeys (WebAuthn): a key in the person's telephone, computer or stick, opened there by finger,
/// face or number. It alone is enough to sign in, without typing a name, and works on no other site.
@Component
public class Passkeys {

    public static final int LONGEST_LABEL = 60;

    private static final int MOST = 20;
    private static final String NAME = "Thông Suốt";

    private final PasskeyStore store;
    private final PublicAddress address;
    private final AccountTrace trace;
    private @Nullable Webauthn4JRelyingPartyOperations ceremonies;

    Passkeys(PasskeyStore store, PublicAddress address, AccountTrace trace) {
        this.store = store;
        this.address = address;
        this.trace = trace;
    }

    /// **Một khóa truy cập.** As its owner sees it.
    ///
    /// @param synchronised whether a password manager keeps it on several devices
    public record PasskeyView(UUID id, String label, Instant created, Instant lastUsed, boolean synchronised) {}

    /// What a browser needs to make a passkey for the account named `signInName`; kept by the caller until it comes
    /// back.
    public PublicKeyCredentialCreationOptions beginEnrolment(String signInName) {
        return ceremonies()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(known(signInName)));
    }

    /// Adds the passkey a browser made for `options`.
    @Transactional
    public UUID enrol(
            AccountId account,
            PublicKeyCredentialCreationOptions options,
            PublicKeyCredential<AuthenticatorAttestationResponse> made,
            String label,
            Actor by) {
        String name = checked(label);
        if (store.of(account).size() >= MOST) {
            throw AccessProblem.PASSKEY_TOO_MANY.because(MOST);
        }
        if (!account.equals(PasskeyStore.account(options.getUser().getId()).orElse(null))) {
            throw AccessProblem.PASSKEY_REFUSED.because();
        }
        UUID id = store.idOf(
                register(options, new RelyingPartyPublicKey(made, name)).getCredentialId());
        trace.leave(account, (version, at) -> new SignInEvent.PasskeyAdded(account, version, id, by, at));
        return id;
    }

    /// What a browser needs to show the passkeys it has for this site.
    public PublicKeyCredentialRequestOptions beginSignIn() {
        return ceremonies().createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /// Whose passkey answered `options`. Refuses one that is unknown, removed, copied, or that did not check the
    /// person.
    @Transactional
    public AccountId verify(
            PublicKeyCredentialRequestOptions options, PublicKeyCredential<AuthenticatorAssertionResponse> shown) {
        try {
            return PasskeyStore.account(ceremonies()
                            .authenticate(new RelyingPartyAuthenticationRequest(options, shown))
                            .getId())
                    .orElseThrow(AccessProblem.PASSKEY_REFUSED::because);
        } catch (WebAuthnException | IllegalArgumentException refused) {
            throw AccessProblem.PASSKEY_REFUSED.because();
        }
    }

    public List<PasskeyView> of(AccountId account) {
        return store.of(account);
    }

    @Transactional
    public void rename(AccountId account, UUID id, String label, Actor by) {
        if (!store.rename(account, id, checked(label))) {
            throw AccessProblem.PASSKEY_ABSENT.because();
        }
        trace.leave(account, (version, at) -> new SignInEvent.PasskeyRenamed(account, version, id, by, at));
    }

    @Transactional
    public void remove(AccountId account, UUID id, Actor by) {
        if (!store.remove(account, id)) {
            throw AccessProblem.PASSKEY_ABSENT.because();
        }
        trace.leave(account, (version, at) -> new SignInEvent.PasskeyRemoved(account, version, id, by, at));
    }

    private CredentialRecord register(PublicKeyCredentialCreationOptions options, RelyingPartyPublicKey made) {
        try {
            return ceremonies().registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, made));
        } catch (WebAuthnException | IllegalArgumentException refused) {
            throw AccessProblem.PASSKEY_REFUSED.because();
        }
    }

    private static String checked(String label) {
        String name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            throw AccessProblem.PASSKEY_NAME.because(LONGEST_LABEL);
        }
        return name;
    }

    private static Authentication known(String signInName) {
        return UsernamePasswordAuthenticationToken.authenticated(signInName, null, List.of());
    }

    /// Made at the first use: only then is the address known.
    private synchronized Webauthn4JRelyingPartyOperations ceremonies() {
        Webauthn4JRelyingPartyOperations made = ceremonies;
        if (made == null) {
            URI origin = address.origin();
            made = new Webauthn4JRelyingPartyOperations(
                    store,
                    store,
                    PublicKeyCredentialRpEntity.builder()
                            .id(origin.getHost())
                            .name(NAME)
                            .build(),
                    Set.of(origin.toString()));
            made.setCustomizeCreationOptions(
                    options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build()));
            made.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
            ceremonies = made;
        }
        return made;
    }
}
