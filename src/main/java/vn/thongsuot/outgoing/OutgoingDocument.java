package vn.thongsuot.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;

/// **Văn bản đi.** Decides what may happen to it; every decision is an event, and its state is what the event makes of
/// it.
final class OutgoingDocument {

    private static final int LONGEST_REASON = 1_000;

    final OutgoingId id;
    final AgencyId agency;
    final OfficerId drafter;
    final OfficerId signer;
    private long version;
    private OutgoingStatus status;
    private @Nullable Integer number;
    private @Nullable LocalDate issued;

    OutgoingDocument(
            OutgoingId id, AgencyId agency, OfficerId drafter, OfficerId signer, long version, OutgoingStatus status) {
        this.id = id;
        this.agency = agency;
        this.drafter = drafter;
        this.signer = signer;
        this.version = version;
        this.status = status;
    }

    OutgoingEvent revise(String digest, Actor.Officer by, Instant at) {
        needDrafter(by);
        return apply(new OutgoingEvent.Revised(id, version + 1, digest, by, at));
    }

    OutgoingEvent submit(String digest, Actor.Officer by, Instant at) {
        needDrafter(by);
        return apply(new OutgoingEvent.Submitted(id, version + 1, digest, by, at));
    }

    OutgoingEvent withdraw(Actor.Officer by, Instant at) {
        needDrafter(by);
        return apply(new OutgoingEvent.Withdrawn(id, version + 1, by, at));
    }

    OutgoingEvent discard(Actor.Officer by, Instant at) {
        needDrafter(by);
        return apply(new OutgoingEvent.Discarded(id, version + 1, by, at));
    }

    OutgoingEvent sendBack(String reason, Actor.Officer by, Instant at) {
        needSigner(by);
        return apply(new OutgoingEvent.SentBack(id, version + 1, needed(reason), by, at));
    }

    OutgoingEvent sign(String serial, String digest, Actor.Officer by, Instant at) {
        needSigner(by);
        return apply(new OutgoingEvent.Signed(id, version + 1, serial, digest, by, at));
    }

    /// @param given the next number of its book
    OutgoingEvent number(int given, String notation, LocalDate day, Actor by, Instant at) {
        String code = OutgoingView.ordinal(given) + "/" + notation;
        OutgoingEvent numbered = apply(new OutgoingEvent.Numbered(id, version + 1, code, day, by, at));
        number = given;
        issued = day;
        return numbered;
    }

    OutgoingEvent seal(String serial, String digest, Actor by, Instant at) {
        return apply(new OutgoingEvent.Sealed(id, version + 1, serial, digest, by, at));
    }

    OutgoingEvent issue(int receivers, Actor by, Instant at) {
        return apply(new OutgoingEvent.Issued(id, version + 1, receivers, by, at));
    }

    OutgoingEvent cancel(String reason, Actor by, Instant at) {
        return apply(new OutgoingEvent.Cancelled(id, version + 1, needed(reason), by, at));
    }

    OutgoingEvent recall(String reason, Actor by, Instant at) {
        return apply(new OutgoingEvent.Recalled(id, version + 1, needed(reason), by, at));
    }

    /// Before anything is spent on an act that the table refuses anyway.
    void need(Class<? extends OutgoingEvent> move) {
        if (status.after(move).isEmpty()) {
            throw OutgoingProblem.STEP_NOT_ALLOWED.because();
        }
    }

    private OutgoingEvent apply(OutgoingEvent event) {
        status = status.after(event.getClass()).orElseThrow(OutgoingProblem.STEP_NOT_ALLOWED::because);
        version = event.version();
        return event;
    }

    private void needDrafter(Actor.Officer by) {
        if (!drafter.equals(by.officer())) {
            throw OutgoingProblem.NOT_YOURS.because();
        }
    }

    void needSigner(Actor.Officer by) {
        if (!signer.equals(by.officer())) {
            throw OutgoingProblem.NOT_THE_SIGNER.because();
        }
    }

    private static String needed(String reason) {
        String why = reason.strip();
        if (why.isEmpty()) {
            throw OutgoingProblem.REASON_MISSING.because().at("reason");
        }
        if (why.length() > LONGEST_REASON) {
            throw OutgoingProblem.TEXT_TOO_LONG.because(LONGEST_REASON).at("reason");
        }
        return why;
    }

    long version() {
        return version;
    }

    OutgoingStatus status() {
        return status;
    }

    /// The number it was given just now; null otherwise.
    @Nullable
    Integer number() {
        return number;
    }

    @Nullable
    LocalDate issued() {
        return issued;
    }
}
