package vn.thongsuot.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Instant ended;

    Dossier(DossierId id, AgencyId agency, long version, DossierStatus status, @Nullable OfficerId handler) {
        this.id = id;
        this.agency = agency;
        this.version = version;
        this.status = status;
        this.handler = handler;
    }

    DossierEvent take(Actor.Officer by, Instant at) {
        DossierEvent taken = apply(new DossierEvent.Taken(id, version + 1, by, at));
        handler = by.officer();
        return taken;
    }

    DossierEvent propose(String digest, Actor.Officer by, Instant at) {
        if (handler != null && !handler.equals(by.officer())) {
            throw DossierProblem.NOT_YOURS.because();
        }
        return apply(new DossierEvent.ResultProposed(id, version + 1, digest, by, at));
    }

    DossierEvent sendBack(String reason, Actor by, Instant at) {
        return apply(new DossierEvent.SentBack(id, version + 1, needed(reason), by, at));
    }

    DossierEvent sign(String serial, String digest, Actor by, Instant at) {
        return apply(new DossierEvent.ResultSigned(id, version + 1, serial, digest, by, at));
    }

    DossierEvent giveResult(Actor by, Instant at) {
        return apply(new DossierEvent.Returned(id, version + 1, by, at));
    }

    DossierEvent refuse(String reason, Actor by, Instant at) {
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
    Instant ended() {
        return ended;
    }
}
