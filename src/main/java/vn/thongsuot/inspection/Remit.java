package vn.thongsuot.inspection;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;

/// **Phạm vi kiểm tra.** Whose acts an auditor may read: those done for the agencies that the auditor's role reaches.
/// What no agency did (jobs, neighbour systems) is read by those who reach the whole province.
@Component
public class Remit {

    private final Authority authority;

    Remit(Authority authority) {
        this.authority = authority;
    }

    /// Whether `auditor` inspects everything there is.
    public boolean everything(Actor auditor) {
        return authority.allowsEverywhere(auditor, InspectionPermission.AUDIT_VIEW);
    }

    /// Whether `actor` looks after the installation as a whole: what modules did not hear belongs to no agency.
    public boolean decides(Actor actor) {
        return authority.allowsEverywhere(actor, InspectionPermission.UNDELIVERED_DECIDE);
    }

    /// Whether `auditor` inspects what was done for `agency`; null stands for no agency.
    public boolean reaches(Actor auditor, @Nullable AgencyId agency) {
        return everything(auditor) || (agency != null && allows(auditor, agency));
    }

    /// The agency whose acts `auditor` reads first: null where everything is read.
    public @Nullable AgencyId first(Actor auditor) {
        return !everything(auditor) && auditor instanceof Actor.Officer officer ? officer.agency() : null;
    }

    private boolean allows(Actor auditor, AgencyId agency) {
        return authority.allows(auditor, InspectionPermission.AUDIT_VIEW, agency);
    }
}
