package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.access.AccessProblem;

/// What browsers and we tell each other about passkeys (WebAuthn's JSON forms), and the options kept in the session
/// meanwhile: taken once, so that no answer counts twice.
@Component
class CredentialJson {

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    /// A passkey a browser made, and what its owner calls it.
    record Made(PublicKeyCredential<AuthenticatorAttestationResponse> credential, String label) {}

    /// Where to go after an answer that was right.
    record Next(String next) {}

    String write(Object options) {
        return json.writeValueAsString(options);
    }

    Made made(String body) {
        try {
            JsonNode tree = json.readTree(body);
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    json.convertValue(tree.path("credential"), new TypeReference<>() {});
            needAll(credential);
            needAll(credential.getRawId(), credential.getResponse());
            needAll(
                    credential.getResponse().getClientDataJSON(),
                    credential.getResponse().getAttestationObject());
            return new Made(credential, tree.path("label").asString(""));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw AccessProblem.PASSKEY_REFUSED.because();
        }
    }

    PublicKeyCredential<AuthenticatorAssertionResponse> shown(String body) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    json.readValue(body, new TypeReference<>() {});
            needAll(credential);
            needAll(credential.getRawId(), credential.getResponse());
            needAll(
                    credential.getResponse().getClientDataJSON(),
                    credential.getResponse().getAuthenticatorData(),
                    credential.getResponse().getSignature());
            return credential;
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw AccessProblem.PASSKEY_REFUSED.because();
        }
    }

    /// Anybody may send anything: what has holes is refused here, and fails nowhere deeper.
    private static void needAll(@Nullable Object... parts) {
        for (Object part : parts) {
            if (part == null) {
                throw AccessProblem.PASSKEY_REFUSED.because();
            }
        }
    }

    static <T> T take(HttpServletRequest request, String attribute, Class<T> type) {
        HttpSession session = request.getSession(false);
        @Nullable Object kept = session == null ? null : session.getAttribute(attribute);
        if (session == null || !type.isInstance(kept)) {
            throw AccessProblem.STEP_EXPIRED.because();
        }
        session.removeAttribute(attribute);
        return type.cast(kept);
    }
}
