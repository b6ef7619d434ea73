package vn.thongsuot.access;

import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.SecretBox;

/// What signing in needs again in clear, sealed under the account it belongs to.
@Component
class SealedSecrets {

    private static final String FILE = "sign-in-secrets.key";

    private final SecretBox box;

    SealedSecrets(AccessProperties properties) {
        this.box = SecretBox.in(properties.keys(), FILE);
    }

    byte[] seal(AccountId owner, byte[] secret) {
        return box.seal(SecretBox.owner(owner.value()), secret);
    }

    byte[] open(AccountId owner, byte[] sealed) {
        return box.open(SecretBox.owner(owner.value()), sealed);
    }
}
