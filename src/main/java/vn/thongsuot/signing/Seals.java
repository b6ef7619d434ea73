package vn.thongsuot.signing;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Uuids;

/// **Chữ ký số của cơ quan.** Puts number and day on a document that was signed, and the agency's seal over the
/// person's signature (Decree 30/2020/NĐ-CP, annex I).
@Component
public class Seals {

    private final SoftwareTokens tokens;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    Seals(
            SoftwareTokens tokens,
            Directory directory,
            ApplicationEventPublisher events,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.tokens = tokens;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// `pdf` with `marks` on its first page and the seal of `agency` on its last, both in updates after the bytes that
    /// are there: earlier signatures stay valid, and the seal covers everything.
    ///
    /// Refuses what nobody signed on its last page, what is no PDF or may no longer be changed, and an installation
    /// without means of signing ({@link SigningProblem}). Outside a transaction it holds no connection while it
    /// works.
    public SignedPdf seal(byte[] pdf, Marks marks, AgencyId agency, Actor by) {
        AgencyView sealing = directory.agency(agency).orElseThrow(SigningProblem.NO_MEANS::because);
        SoftwareToken token = Objects.requireNonNull(transaction.execute(_ -> tokens.of(sealing, by)));
        Instant at = clock.instant();
        byte[] stamped;
        try {
            stamped = new Stamping(marks).on(pdf);
        } catch (IOException broken) {
            throw SigningProblem.PDF_BROKEN.because();
        }
        byte[] sealed = new PdfSignature(sealing.name(), sealing.name(), token, at)
                .on(stamped, 0, new SealAppearance(sealing.name()));
        UUID id = Uuids.next(at);
        String digest = Signing.sha256(sealed);
        transaction.executeWithoutResult(_ -> events.publishEvent(
                new SigningEvent.DocumentSealed(id, 1, agency, token.serial(), Signing.sha256(pdf), digest, by, at)));
        return new SignedPdf(id, new SignedPdf.Content(sealed), token.serial(), digest, at);
    }
}
