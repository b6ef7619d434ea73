// Passkeys: the browser's part of WebAuthn. A button says what it is for: data-passkey="sign-in", "again" or "enrol".
// Where a browser cannot, its block stays hidden and every other way remains.

const passkeysPossible = "credentials" in navigator && "PublicKeyCredential" in window;

document.querySelectorAll("[data-passkey-block]").forEach((block) => (block.hidden = !passkeysPossible));
document.querySelectorAll("[data-passkey-none]").forEach((block) => (block.hidden = passkeysPossible));

function toBytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

function toText(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

async function send(button, path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: {
      Accept: "application/json",
      "Content-Type": "application/json",
      [button.dataset.csrfHeader]: button.dataset.csrf,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
  if (json.type === "/problems/access.sign-in-again") {
    location.assign("/sign-in/again?next=" + encodeURIComponent(location.pathname));
  }
  if (!answer.ok) throw new Refused(json.detail || json.title || button.dataset.failed);
  return json;
}

class Refused extends Error {}

function described(list) {
  return (list || []).map((one) => ({ ...one, id: toBytes(one.id) }));
}

async function enrol(button) {
  const label = document.getElementById(button.dataset.label).value;
  const options = await send(button, "/webauthn/register/options");
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: described(options.excludeCredentials),
    },
  });
  return send(button, "/webauthn/register", {
    label,
    credential: {
      id: made.id,
      rawId: toText(made.rawId),
      type: made.type,
      authenticatorAttachment: made.authenticatorAttachment,
      clientExtensionResults: made.getClientExtensionResults(),
      response: {
        attestationObject: toText(made.response.attestationObject),
        clientDataJSON: toText(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
    },
  });
}

async function show(button, path) {
  const options = await send(button, "/webauthn/authenticate/options");
  const shown = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      allowCredentials: described(options.allowCredentials),
    },
  });
  return send(button, path, {
    id: shown.id,
    rawId: toText(shown.rawId),
    type: shown.type,
    authenticatorAttachment: shown.authenticatorAttachment,
    clientExtensionResults: shown.getClientExtensionResults(),
    response: {
      authenticatorData: toText(shown.response.authenticatorData),
      clientDataJSON: toText(shown.response.clientDataJSON),
      signature: toText(shown.response.signature),
      userHandle: shown.response.userHandle ? toText(shown.response.userHandle) : undefined,
    },
  });
}

async function act(button) {
  switch (button.dataset.passkey) {
    case "enrol":
      location.assign((await enrol(button)).next);
      break;
    case "sign-in":
      location.assign((await show(button, "/login/webauthn?next=" + encodeURIComponent(button.dataset.next))).next);
      break;
    case "again":
      await show(button, "/sign-in/again/passkey");
      // The waiting form goes on without the password it asked for.
      button.form.submit();
      break;
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-passkey]");
  if (!button || button.getAttribute("aria-busy") === "true") return;
  const error = button.parentElement.querySelector("[data-passkey-error]");
  error.hidden = true;
  button.setAttribute("aria-busy", "true");
  try {
    await act(button);
  } catch (failure) {
    const cancelled = failure.name === "NotAllowedError" || failure.name === "AbortError";
    error.textContent =
      failure instanceof Refused ? failure.message : cancelled ? button.dataset.cancelled : button.dataset.failed;
    error.hidden = false;
  } finally {
    button.removeAttribute("aria-busy");
  }
});
