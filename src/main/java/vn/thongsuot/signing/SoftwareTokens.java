package vn.thongsuot.signing;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.SecretBox;
import vn.thongsuot.shared.Uuids;

/// The demonstration's own public key infrastructure: one authority, and a certificate for each officer who signs and
/// each agency that seals, made when first asked for. Certificates run from 2024 to 2034, in business time. In
/// production there is none.
@Component
class SoftwareTokens {

    private static final Instant FROM =
            LocalDate.of(2024, 1, 1).atStartOfDay(BusinessClock.ZONE).toInstant();
    private static final Instant TO =
            LocalDate.of(2035, 1, 1).atStartOfDay(BusinessClock.ZONE).toInstant();
    private static final String AUTHORITY = "Thông Suốt – CA trình diễn";
    private static final String SEAL = "signing-keys.key";
    private static final byte[] OF_AUTHORITY = {0};

    private final CertificateStore store;
    private final SecretBox box;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    SoftwareTokens(
            CertificateStore store,
            SigningProperties properties,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.store = store;
        this.box = SecretBox.in(properties.keys(), SEAL);
        this.events = events;
        this.clock = clock;
    }

    boolean available() {
        return clock.demonstration();
    }

    /// The token of `signer`, made where there is none. Two at once get the same.
    SoftwareToken of(Signer signer, Actor by) {
        if (!available()) {
            throw SigningProblem.NO_MEANS.because();
        }
        X509Certificate authority = authority();
        String subject = String.join("\n", signer.name(), signer.post(), signer.agency());
        CertificateStore.Row row = store.find(signer.officer(), subject).orElseGet(() -> issue(signer, subject, by));
        return new SoftwareToken(
                Certificates.key(box.open(SecretBox.owner(row.id()), row.key())),
                List.of(Certificates.read(row.certificate()), authority));
    }

    /// The token of an agency's seal, made where there is none.
    SoftwareToken of(AgencyView agency, Actor by) {
        if (!available()) {
            throw SigningProblem.NO_MEANS.because();
        }
        X509Certificate authority = authority();
        CertificateStore.Row row = store.find(agency.id(), agency.name()).orElseGet(() -> issue(agency, by));
        return new SoftwareToken(
                Certificates.key(box.open(SecretBox.owner(row.id()), row.key())),
                List.of(Certificates.read(row.certificate()), authority));
    }

    /// The authority's certificate, to trust it by.
    X509Certificate authority() {
        return Certificates.read(authorityRow().certificate());
    }

    private CertificateStore.AuthorityRow authorityRow() {
        return store.authority().orElseGet(() -> {
            KeyPair keys = Certificates.authorityKeys();
            store.found(new CertificateStore.AuthorityRow(
                    Certificates.encoded(Certificates.authority(keys, AUTHORITY, FROM, TO)),
                    box.seal(OF_AUTHORITY, keys.getPrivate().getEncoded())));
            // Another node may have been first.
            return store.authority().orElseThrow();
        });
    }

    private CertificateStore.Row issue(Signer signer, String subject, Actor by) {
        Instant at = clock.instant();
        Made made = make(Certificates.subject(signer), at);
        if (store.add(made.row(), signer.officer(), subject, made.serial(), FROM, TO)) {
            events.publishEvent(new SigningEvent.CertificateIssued(
                    made.row().id(), 1, signer.officer(), made.serial(), TO, by, at));
        }
        return store.find(signer.officer(), subject).orElseThrow();
    }

    private CertificateStore.Row issue(AgencyView agency, Actor by) {
        Instant at = clock.instant();
        Made made = make(Certificates.subject(agency.name()), at);
        if (store.add(made.row(), agency.id(), agency.name(), made.serial(), FROM, TO)) {
            events.publishEvent(
                    new SigningEvent.SealIssued(made.row().id(), 1, agency.id(), made.serial(), TO, by, at));
        }
        return store.find(agency.id(), agency.name()).orElseThrow();
    }

    private record Made(CertificateStore.Row row, String serial) {}

    private Made make(X500Name subject, Instant at) {
        CertificateStore.AuthorityRow authority = authorityRow();
        KeyPair keys = Certificates.signerKeys();
        X509Certificate certificate = Certificates.signer(
                keys,
                subject,
                Certificates.read(authority.certificate()),
                Certificates.key(box.open(OF_AUTHORITY, authority.key())),
                FROM,
                TO);
        UUID id = Uuids.next(at);
        CertificateStore.Row row = new CertificateStore.Row(
                id,
                Certificates.encoded(certificate),
                box.seal(SecretBox.owner(id), keys.getPrivate().getEncoded()));
        return new Made(row, Certificates.serial(certificate));
    }
}
