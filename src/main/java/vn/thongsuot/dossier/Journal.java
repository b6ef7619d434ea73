package vn.thongsuot.dossier;

import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.Signals;

/// What every change of a dossier has in common: who may, when it is, what is written down and whom it is told.
@Component
class Journal {

    private final DossierStore store;
    private final Authority authority;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Signals signals;

    Journal(
            DossierStore store,
            Authority authority,
            ApplicationEventPublisher events,
            BusinessClock clock,
            Signals signals) {
        this.store = store;
        this.authority = authority;
        this.events = events;
        this.clock = clock;
        this.signals = signals;
    }

    DossierStore store() {
        return store;
    }

    Instant now() {
        return clock.instant();
    }

    /// Whoever acts under a post. Refuses all others.
    Actor.Officer officer(Actor by) {
        if (by instanceof Actor.Officer officer) {
            return officer;
        }
        throw DossierProblem.NOT_YOURS.because();
    }

    boolean allows(Actor by, DossierPermission permission, AgencyId agency) {
        return authority.allows(by, permission, agency);
    }

    void need(Actor by, DossierPermission permission, AgencyId agency) {
        if (!allows(by, permission, agency)) {
            throw DossierProblem.NOT_YOURS.because();
        }
    }

    /// Does one thing to one dossier, seen in version `seen` by whoever holds `permission` in its agency.
    void act(
            DossierId id,
            long seen,
            DossierPermission permission,
            Actor by,
            @Nullable String reason,
            BiFunction<Dossier, Instant, DossierEvent> decision) {
        Dossier dossier = store.lock(id).orElseThrow(DossierProblem.DOSSIER_ABSENT::because);
        need(by, permission, dossier.agency);
        if (dossier.version() != seen) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
        DossierEvent event = decision.apply(dossier, now());
        store.save(dossier);
        record(event, reason == null ? null : reason.strip());
    }

    void record(DossierEvent event, @Nullable String reason) {
        store.add(event, reason);
        events.publishEvent(event);
        signals.announce(Dossiers.TOPIC);
    }
}
