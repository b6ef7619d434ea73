package vn.thongsuot.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;

/// **Hồ sơ.** Decides what may happen to it; every decision is an event, and its state is what the event makes of it.
final class Dossier {

    private static final int LONGEST_REASON = 1_000;

    final DossierId id;
    final AgencyId agency;
    private long version;
    private DossierStatus status;
    private @Nullable OfficerId handler;
    private @Nullable Instant supplementAsked;
    private @Nullable Instant supplementDone;
    private @Nullable Instant signed;
    private @Nullable Deadline restarted;
    private @Nullable Instant ended;

    /// @param supplementAsked when papers were asked for; null before
    Dossier(
            DossierId id,
            AgencyId agency,
            long version,
            DossierStatus status,
            @Nullable OfficerId handler,
            @Nullable Instant supplementAsked) {
        this.id = id;
        this.agency = agency;
        this.version = version;
        this.status = status;
        this.handler = handler;
        this.supplementAsked = supplementAsked;
    }

    /// Also from a colleague who cannot go on with it.
    DossierEvent take(Actor.Officer by, Instant at) {
        if (status == DossierStatus.PROCESSING && by.officer().equals(handler)) {
            throw DossierProblem.STEP_NOT_ALLOWED.because();
        }
        DossierEvent taken = apply(new DossierEvent.Taken(id, version + 1, by, at));
        handler = by.officer();
        return taken;
    }

    /// Asks once for all that is missing, until `latest`: Decree 61/2018/NĐ-CP art. 19.4.
    DossierEvent askSupplement(int papers, String reason, Instant latest, Actor.Officer by, Instant at) {
        needHandler(by);
        String why = needed(reason);
        if (papers == 0) {
            throw DossierProblem.PAPERS_MISSING.because().at("papers");
        }
        if (supplementAsked != null) {
            throw DossierProblem.ALREADY_ASKED.because(OneStopLaw.at(at).decree);
        }
        if (at.isAfter(latest)) {
            throw DossierProblem.ASKED_TOO_LATE.because(OneStopLaw.at(at).decree);
        }
        DossierEvent asked = apply(new DossierEvent.SupplementAsked(id, version + 1, papers, why, by, at));
        supplementAsked = at;
        return asked;
    }

    DossierEvent supplement(int files, Deadline deadline, Actor by, Instant at) {
        DossierEvent received =
                apply(new DossierEvent.SupplementReceived(id, version + 1, files, deadline.due(), by, at));
        restarted = deadline;
        supplementDone = at;
        return received;
    }

    DossierEvent stop(String reason, Actor by, Instant at) {
        return apply(new DossierEvent.Stopped(id, version + 1, needed(reason), by, at));
    }

    DossierEvent propose(String digest, Actor.Officer by, Instant at) {
        needHandler(by);
        return apply(new DossierEvent.ResultProposed(id, version + 1, digest, by, at));
    }

    DossierEvent sendBack(String reason, Actor by, Instant at) {
        return apply(new DossierEvent.SentBack(id, version + 1, needed(reason), by, at));
    }

    DossierEvent sign(String serial, String digest, Actor by, Instant at) {
        DossierEvent done = apply(new DossierEvent.ResultSigned(id, version + 1, serial, digest, by, at));
        signed = at;
        return done;
    }

    DossierEvent giveResult(Actor by, Instant at) {
        return apply(new DossierEvent.Returned(id, version + 1, by, at));
    }

    DossierEvent refuse(String reason, Actor.Officer by, Instant at) {
        needHandler(by);
        return apply(new DossierEvent.Refused(id, version + 1, needed(reason), by, at));
    }

    DossierEvent withdraw(String reason, Actor by, Instant at) {
        return apply(new DossierEvent.Withdrawn(id, version + 1, needed(reason), by, at));
    }

    private DossierEvent apply(DossierEvent event) {
        status = status.after(event.getClass()).orElseThrow(DossierProblem.STEP_NOT_ALLOWED::because);
        version = event.version();
        ended = status.ended() ? event.at() : null;
        return event;
    }

    private void needHandler(Actor.Officer by) {
        if (handler != null && !handler.equals(by.officer())) {
            throw DossierProblem.NOT_YOURS.because();
        }
    }

    private static String needed(String reason) {
        String why = reason.strip();
        if (why.isEmpty()) {
            throw DossierProblem.REASON_MISSING.because().at("reason");
        }
        if (why.length() > LONGEST_REASON) {
            throw DossierProblem.TEXT_TOO_LONG.because(LONGEST_REASON).at("reason");
        }
        return why;
    }

    long version() {
        return version;
    }

    DossierStatus status() {
        return status;
    }

    @Nullable
    OfficerId handler() {
        return handler;
    }

    @Nullable
    Instant supplementAsked() {
        return supplementAsked;
    }

    /// When what was asked for came; null where this act did not bring it.
    @Nullable
    Instant supplementDone() {
        return supplementDone;
    }

    /// When the result was signed; null where this act did not sign it.
    @Nullable
    Instant signed() {
        return signed;
    }

    /// The deadline that replaces the one before; null where it stays.
    @Nullable
    Deadline restarted() {
        return restarted;
    }

    @Nullable
    Instant ended() {
        return ended;
    }
}
