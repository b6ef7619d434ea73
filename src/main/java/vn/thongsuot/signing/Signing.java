package vn.thongsuot.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Uuids;

/// **Ký số văn bản.** Signs with the certificate of whoever acts, in the name of the post they act under.
@Component
public class Signing {

    private final SoftwareTokens tokens;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Signing(SoftwareTokens tokens, Directory directory, ApplicationEventPublisher events, BusinessClock clock) {
        this.tokens = tokens;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /// Whether this installation has any means of signing.
    public boolean available() {
        return tokens.available();
    }

    /// `pdf` with a signature of `by` added to it (PAdES baseline B, RSA-2048, SHA-256), shown at `place`. The bytes
    /// given are the beginning of the bytes returned: earlier signatures stay valid.
    ///
    /// Refuses what is no PDF, is encrypted or may no longer be changed, a page there is not, a full corner,
    /// whoever stands in for somebody, and whoever has no means of signing ({@link SigningProblem}).
    @Transactional
    public SignedPdf sign(byte[] pdf, SignaturePlace place, Actor by) {
        if (!(by instanceof Actor.Officer officer)) {
            throw SigningProblem.NO_OFFICER.because();
        }
        // A lent post is not the signer's: no certificate may join their name with it.
        if (officer.delegated().isPresent()) {
            throw SigningProblem.STANDING_IN.because();
        }
        Signer signer = signer(officer);
        SoftwareToken token = tokens.of(signer, by);
        Instant at = clock.instant();
        byte[] signed = new PdfSignature(signer.name(), signer.agency(), token, at)
                .on(pdf, place.page(), new SignatureAppearance(signer, at, place));
        UUID id = Uuids.next(at);
        String digest = sha256(signed);
        events.publishEvent(new SigningEvent.DocumentSigned(id, 1, token.serial(), sha256(pdf), digest, by, at));
        return new SignedPdf(id, new SignedPdf.Content(signed), token.serial(), digest, at);
    }

    /// Who signs, as the certificate and the page name them.
    private Signer signer(Actor.Officer officer) {
        OfficerView person = directory.officer(officer.officer()).orElseThrow(SigningProblem.NO_OFFICER::because);
        PostView post = directory.post(officer.post()).orElseThrow(SigningProblem.NO_OFFICER::because);
        String agency = directory.agency(post.agency()).map(AgencyView::name).orElse("");
        return new Signer(officer.officer(), person.name(), post.title(), agency);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
