package vn.thongsuot.incoming;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.exchange.ArrivalId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;

/// **Văn bản đến.** Decides what may happen to it; every decision is an event, and its state is what the event makes of
/// it.
final class IncomingDocument {

    private static final int LONGEST_TEXT = 1_000;

    final IncomingId id;
    final AgencyId agency;
    final ArrivalId arrival;
    private long version;
    private IncomingStatus status;
    private @Nullable OfficerId handler;
    private @Nullable Integer number;

    IncomingDocument(
            IncomingId id,
            AgencyId agency,
            ArrivalId arrival,
            long version,
            IncomingStatus status,
            @Nullable OfficerId handler) {
        this.id = id;
        this.agency = agency;
        this.arrival = arrival;
        this.version = version;
        this.status = status;
        this.handler = handler;
    }

    /// @param given the next arrival number of the register
    IncomingEvent register(int given, Actor by, Instant at) {
        IncomingEvent registered = apply(new IncomingEvent.Registered(id, version + 1, given, by, at));
        number = given;
        return registered;
    }

    IncomingEvent refuse(String reason, Actor by, Instant at) {
        return apply(new IncomingEvent.Refused(id, version + 1, needed(reason, "reason"), by, at));
    }

    /// @param direction what the leader wants done (bút phê)
    IncomingEvent assign(OfficerId officer, String direction, Actor by, Instant at) {
        IncomingEvent assigned =
                apply(new IncomingEvent.Assigned(id, version + 1, officer, needed(direction, "direction"), by, at));
        handler = officer;
        return assigned;
    }

    IncomingEvent start(Actor.Officer by, Instant at) {
        needHandler(by);
        return apply(new IncomingEvent.Started(id, version + 1, by, at));
    }

    IncomingEvent finish(Actor.Officer by, Instant at) {
        needHandler(by);
        return apply(new IncomingEvent.Finished(id, version + 1, by, at));
    }

    IncomingEvent askBack(Actor by, Instant at) {
        return apply(new IncomingEvent.AskedBack(id, version + 1, by, at));
    }

    IncomingEvent keep(String reason, Actor by, Instant at) {
        return apply(new IncomingEvent.Kept(id, version + 1, needed(reason, "reason"), by, at));
    }

    IncomingEvent giveBack(Actor by, Instant at) {
        return apply(new IncomingEvent.GivenBack(id, version + 1, by, at));
    }

    /// Before a number is spent on an act that the table refuses anyway.
    void need(Class<? extends IncomingEvent> move) {
        if (status.after(move).isEmpty()) {
            throw IncomingProblem.STEP_NOT_ALLOWED.because();
        }
    }

    private IncomingEvent apply(IncomingEvent event) {
        status = status.after(event.getClass()).orElseThrow(IncomingProblem.STEP_NOT_ALLOWED::because);
        version = event.version();
        return event;
    }

    private void needHandler(Actor.Officer by) {
        if (!by.officer().equals(handler)) {
            throw IncomingProblem.NOT_YOURS.because();
        }
    }

    private static String needed(String text, String field) {
        String said = text.strip();
        if (said.isEmpty()) {
            throw IncomingProblem.REASON_MISSING.because().at(field);
        }
        if (said.length() > LONGEST_TEXT) {
            throw IncomingProblem.TEXT_TOO_LONG.because(LONGEST_TEXT).at(field);
        }
        return said;
    }

    long version() {
        return version;
    }

    IncomingStatus status() {
        return status;
    }

    @Nullable
    OfficerId handler() {
        return handler;
    }

    /// The arrival number it was given just now; null otherwise.
    @Nullable
    Integer number() {
        return number;
    }
}
