package vn.thongsuot.procedure;

import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Signals;

/// **Sửa danh mục thủ tục.** Loads an edition of the national database and enters the parts of a procedure.
@Component
public class Catalogue {

    private final ProcedureStore store;
    private final ObjectProvider<Authority> authority;
    private final ApplicationEventPublisher events;
    private final Signals signals;
    private final BusinessClock clock;

    /// @param authority asked late: who implements it stands above
    Catalogue(
            ProcedureStore store,
            ObjectProvider<Authority> authority,
            ApplicationEventPublisher events,
            Signals signals,
            BusinessClock clock) {
        this.store = store;
        this.authority = authority;
        this.events = events;
        this.signals = signals;
        this.clock = clock;
    }

    /// Loads the edition that comes with the installation. Refuses it a second time
    /// ({@link ProcedureProblem#EDITION_LOADED}), and somebody whose right does not reach everywhere.
    @Transactional
    public int loadShipped(Actor by) {
        need(by);
        ShippedEdition edition = new ShippedEdition();
        Instant at = clock.instant();
        if (!store.open(edition, at)) {
            throw ProcedureProblem.EDITION_LOADED.because(ShippedEdition.ID);
        }
        store.add(edition);
        int procedures = edition.rows().size();
        events.publishEvent(new ProcedureEvent.CatalogueLoaded(
                ShippedEdition.ID, 1, ShippedEdition.READ_ON, procedures, edition.digest(), by, at));
        signals.announce(Procedures.TOPIC);
        return procedures;
    }

    /// Enters the parts of the newest version of `code`. Refuses parts twice ({@link ProcedureProblem#PARTS_ENTERED}).
    @Transactional
    public void enter(ProcedureCode code, ProcedureParts parts, Actor by) {
        need(by);
        long version = store.lockNewest(code).orElseThrow(() -> ProcedureProblem.PROCEDURE_ABSENT.because(code));
        if (!store.enter(code, version, parts)) {
            throw ProcedureProblem.PARTS_ENTERED.because(code);
        }
        events.publishEvent(new ProcedureEvent.PartsEntered(
                code,
                store.timesEntered(code),
                version,
                parts.components().size(),
                parts.steps().size(),
                by,
                clock.instant()));
        signals.announce(Procedures.TOPIC);
    }

    /// The catalogue counts for the whole province.
    private void need(Actor by) {
        boolean platform = by instanceof Actor.Job;
        if (!platform && !authority.getObject().allowsEverywhere(by, ProcedurePermission.PROCEDURE_MANAGE)) {
            throw ProcedureProblem.OUTSIDE_YOUR_AGENCIES.because();
        }
    }
}
