package vn.thongsuot.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.WorkingMoments;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Chances;
import vn.thongsuot.shared.Uuids;

/// One made-up document and all that happened to it, each step decided by the document itself.
final class MadeOutgoing {

    private static final String DIGEST = "0".repeat(64);
    private static final double LEFT_LYING = 2;
    private static final double SENT_BACK = 6;
    private static final double CANCELLED = 1;
    private static final int SOON_SECONDS = 9_000;

    /// What a drafter says of it.
    record Said(DocumentType type, String notation, String subject, Urgency urgency, List<AgencyId> receivers) {}

    /// Who drafts, signs and issues for an agency.
    record Bureau(AgencyView office, List<Actor.Officer> drafters, List<Actor.Officer> signers, Actor.Officer clerk) {

        AgencyId agency() {
            return office.id();
        }

        String notation(DocumentType type) {
            return Notations.suggested(type, office);
        }
    }

    final OutgoingDocument document;
    final Said said;
    final Actor.Officer signer;
    final List<OutgoingEvent> events = new ArrayList<>();
    private final Bureau bureau;
    private final Chances chances;
    private final WorkingMoments moments;
    private final Instant now;
    private Instant at;
    private @Nullable Instant numbered;
    private @Nullable Instant issued;

    MadeOutgoing(Bureau bureau, Said said, Instant drafted, Chances chances, WorkingMoments moments, Instant now) {
        Actor.Officer drafter = chances.of(bureau.drafters());
        this.bureau = bureau;
        this.said = said;
        this.chances = chances;
        this.moments = moments;
        this.now = now;
        this.at = drafted;
        this.signer = chances.of(bureau.signers());
        this.document = new OutgoingDocument(
                new OutgoingId(Uuids.next(drafted)),
                bureau.agency(),
                drafter.officer(),
                signer.officer(),
                1,
                OutgoingStatus.DRAFT);
        events.add(new OutgoingEvent.Drafted(document.id, 1, bureau.agency(), said.type(), DIGEST, drafter, drafted));
        draft(drafter);
    }

    private void draft(Actor.Officer drafter) {
        if (chances.in(LEFT_LYING) || !next(soon())) {
            return;
        }
        events.add(document.submit(DIGEST, drafter, at));
        if (chances.in(SENT_BACK) && next(soon())) {
            events.add(document.sendBack("Bổ sung căn cứ và nơi nhận", signer, at));
            if (!next(soon())) {
                return;
            }
            events.add(document.submit(DIGEST, drafter, at));
        }
        if (said.receivers().isEmpty() || chances.in(LEFT_LYING) || !next(soon())) {
            return;
        }
        events.add(document.sign("0", DIGEST, signer, at));
        if (next(soon())) {
            numbered = at;
        }
    }

    /// When it gets its number; null where it does not.
    @Nullable
    Instant numbered() {
        return numbered;
    }

    /// When it was sent; null where it was not.
    @Nullable
    Instant issued() {
        return issued;
    }

    /// Gives it `number`, seals it and sends it.
    void number(int number) {
        Instant when = Objects.requireNonNull(numbered);
        LocalDate day = LocalDate.ofInstant(when, BusinessClock.ZONE);
        events.add(document.number(number, said.notation(), day, bureau.clerk(), when));
        events.add(document.seal("0", DIGEST, Sealing.BY, when));
        if (chances.in(CANCELLED)) {
            events.add(document.cancel("Lãnh đạo thay văn bản khác", bureau.clerk(), when));
        } else if (next(soon())) {
            events.add(document.issue(said.receivers().size(), bureau.clerk(), at));
            issued = at;
        }
    }

    private Instant soon() {
        return moments.after(at, chances.between(at, at.plusSeconds(SOON_SECONDS)));
    }

    private boolean next(Instant then) {
        if (then.isAfter(now)) {
            return false;
        }
        at = then;
        return true;
    }
}
