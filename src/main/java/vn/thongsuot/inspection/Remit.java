package vn.thongsuot.inspection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;

/// **Phạm vi kiểm tra.** Whose acts an auditor may read. An inspectorate, like every specialised agency, works for
/// the people's committee it stands under, so whoever sits there inspects what that committee answers for; what
/// no agency did (jobs, neighbour systems) is read by those who inspect the whole province.
@Component
public class Remit {

    private final Directory directory;

    Remit(Directory directory) {
        this.directory = directory;
    }

    /// Whether `auditor` inspects everything there is.
    public boolean everything(Actor auditor) {
        return switch (auditor) {
            case Actor.Administrator _ -> true;
            case Actor.Officer officer ->
                seat(officer).map(seat -> seat.parent() == null).orElse(false);
            case Actor.Neighbour _, Actor.Job _ -> false;
        };
    }

    /// Whether `auditor` inspects what was done for `agency`; null stands for no agency.
    public boolean reaches(Actor auditor, @Nullable AgencyId agency) {
        return everything(auditor)
                || (agency != null
                        && auditor instanceof Actor.Officer officer
                        && seat(officer)
                                .map(seat -> directory.answersFor(seat.id(), agency))
                                .orElse(false));
    }

    /// The agency whose acts `auditor` reads first: null where everything is read.
    public @Nullable AgencyId first(Actor auditor) {
        return !everything(auditor) && auditor instanceof Actor.Officer officer ? officer.agency() : null;
    }

    private Optional<AgencyView> seat(Actor.Officer officer) {
        return directory.agency(officer.agency()).map(agency -> {
            AgencyId parent = agency.parent();
            boolean serves = agency.level() == AgencyLevel.DEPARTMENT || agency.level() == AgencyLevel.DIVISION;
            return serves && parent != null ? directory.agency(parent).orElse(agency) : agency;
        });
    }
}
