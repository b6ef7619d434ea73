package vn.thongsuot.incoming;

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

/// What every change of an incoming document has in common: who may, when it is, and whom it is told.
@Component
class IncomingJournal {

    private final Authority authority;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Signals signals;

    IncomingJournal(
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

    /// Whoever acts under a post. Refuses all others.
    Actor.Officer officer(Actor by) {
        if (by instanceof Actor.Officer officer) {
            return officer;
        }
        throw IncomingProblem.NOT_YOURS.because();
    }

    boolean allows(Actor by, IncomingPermission permission, AgencyId agency) {
        return authority.allows(by, permission, agency);
    }

    void need(Actor by, IncomingPermission permission, AgencyId agency) {
        if (!allows(by, permission, agency)) {
            throw IncomingProblem.NOT_YOURS.because();
        }
    }

    /// Whether `reader` sees every document of `agency`, and not only what they were given.
    boolean seesRegister(Actor reader, AgencyId agency) {
        return allows(reader, IncomingPermission.INCOMING_REGISTER, agency)
                || allows(reader, IncomingPermission.INCOMING_ASSIGN, agency);
    }

    /// The agencies whose business `by` does and whose documents they may open: the committee before its office.
    List<AgencyView> agencies(Actor by) {
        if (!(by instanceof Actor.Officer officer)) {
            return List.of();
        }
        return directory.agency(officer.agency()).stream()
                .flatMap(own -> Stream.concat(directory.agency(own.seat()).stream(), Stream.of(own)))
                .distinct()
                .filter(agency -> allows(by, IncomingPermission.INCOMING_VIEW, agency.id()))
                .toList();
    }

    /// Who may be given documents of `agency`: everybody who works there, and in the office that does its business.
    List<Directory.Member> officers(AgencyId agency) {
        Stream<AgencyId> offices = directory.children(agency, clock.today()).stream()
                .filter(AgencyView::committeeOffice)
                .map(AgencyView::id);
        return Stream.concat(Stream.of(agency), offices)
                .flatMap(place -> directory.members(place, clock.today()).stream())
                .toList();
    }

    void announce(IncomingEvent event, IncomingStore store, @Nullable String reason) {
        store.add(event, reason);
        events.publishEvent(event);
        signals.announce(IncomingDocuments.TOPIC);
    }
}
