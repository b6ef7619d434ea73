package vn.thongsuot.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Signals;

/// What every change of an outgoing document has in common: who may, when it is, and whom it is told.
@Component
class OutgoingJournal {

    private final Authority authority;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Signals signals;

    OutgoingJournal(
            Authority authority,
            Directory directory,
            ApplicationEventPublisher events,
            BusinessClock clock,
            Signals signals) {
        this.authority = authority;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
        this.signals = signals;
    }

    Instant now() {
        return clock.instant();
    }

    Directory directory() {
        return directory;
    }

    BusinessClock clock() {
        return clock;
    }

    /// Whoever acts under a post. Refuses all others.
    Actor.Officer officer(Actor by) {
        if (by instanceof Actor.Officer officer) {
            return officer;
        }
        throw OutgoingProblem.NOT_YOURS.because();
    }

    boolean allows(Actor by, OutgoingPermission permission, AgencyId agency) {
        return authority.allows(by, permission, agency);
    }

    void need(Actor by, OutgoingPermission permission, AgencyId agency) {
        if (!allows(by, permission, agency)) {
            throw OutgoingProblem.NOT_YOURS.because();
        }
    }

    /// Whether `reader` sees every document of `agency`, and not only what they drafted.
    boolean seesRegister(Actor reader, AgencyId agency) {
        return allows(reader, OutgoingPermission.OUTGOING_ISSUE, agency)
                || allows(reader, OutgoingPermission.OUTGOING_SIGN, agency);
    }

    /// The agencies whose business `by` does and holds `permission` for: the committee before its office.
    List<AgencyView> agencies(Actor by, OutgoingPermission permission) {
        if (!(by instanceof Actor.Officer officer)) {
            return List.of();
        }
        return directory.agency(officer.agency()).stream()
                .flatMap(own -> Stream.concat(directory.agency(own.seat()).stream(), Stream.of(own)))
                .distinct()
                .filter(agency -> allows(by, permission, agency.id()))
                .toList();
    }

    void announce(OutgoingEvent event, OutgoingStore store, @Nullable String reason) {
        store.add(event, reason);
        events.publishEvent(event);
        signals.announce(OutgoingDocuments.TOPIC);
    }
}
