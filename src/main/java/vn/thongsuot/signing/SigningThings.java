package vn.thongsuot.signing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;

/// Names certificates by their serial numbers. A signature has no name: nothing of its document is kept.
@Component
class SigningThings implements ThingNames {

    private static final String CERTIFICATE = "certificate";

    private final CertificateStore store;

    SigningThings(CertificateStore store) {
        this.store = store;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CERTIFICATE, "signature");
    }

    @Override
    public String word(String kind) {
        return "signing.thing." + kind;
    }

    @Override
    public Optional<Named> name(Thing thing) {
        if (!thing.kind().equals(CERTIFICATE)) {
            return Optional.empty();
        }
        try {
            return store.serial(UUID.fromString(thing.id())).map(serial -> new Named(serial, null));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
