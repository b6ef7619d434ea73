package vn.thongsuot.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Holders;

/// Where dossiers of communes are worked on today: agencies with a code, a counter, somebody who handles and somebody
/// who signs.
@Component
class Desks {

    private final Directory directory;
    private final Holders holders;
    private final Office office;
    private final BusinessClock clock;

    Desks(Directory directory, Holders holders, Office office, BusinessClock clock) {
        this.directory = directory;
        this.holders = holders;
        this.office = office;
        this.clock = clock;
    }

    /// In the order of the directory. `since`: they had their codes all the time from then on.
    List<Desk> since(LocalDate since) {
        return directory.roots(clock.today()).stream()
                .flatMap(root -> directory.withDescendants(root.id(), clock.today()).stream())
                .filter(agency -> agency.level() == AgencyLevel.COMMUNE)
                .filter(agency -> agency.identifier(since).isPresent()
                        && agency.identifier(clock.today()).isPresent())
                .flatMap(agency -> desk(agency).stream())
                .toList();
    }

    private Optional<Desk> desk(AgencyView agency) {
        List<Actor.Officer> counters = officers(DossierPermission.DOSSIER_RECEIVE, agency.id());
        List<Actor.Officer> handlers = officers(DossierPermission.DOSSIER_PROCESS, agency.id());
        List<Actor.Officer> signers = officers(DossierPermission.DOSSIER_SIGN, agency.id());
        return counters.isEmpty() || handlers.isEmpty() || signers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Desk(agency.id(), counters.getFirst(), handlers, signers.getFirst(), office));
    }

    private List<Actor.Officer> officers(DossierPermission permission, AgencyId agency) {
        return holders.of(permission, agency).stream()
                .map(holder -> holder.madeUp(agency))
                .toList();
    }
}
