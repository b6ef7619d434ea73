package vn.thongsuot.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.BusinessClock;

/// **Phạm vi kiểm tra.** Whose acts an auditor may read: those done for the agencies that the auditor's role reaches.
/// What no agency did (jobs, neighbour systems) is read by those who reach the whole province.
@Component
public class Remit {

    private final Authority authority;
    private final Directory directory;
    private final BusinessClock clock;

    Remit(Authority authority, Directory directory, BusinessClock clock) {
        this.authority = authority;
        this.directory = directory;
        this.clock = clock;
    }

    /// Whether `auditor` inspects everything there is.
    public boolean everything(Actor auditor) {
        return everywhere(auditor, InspectionPermission.AUDIT_VIEW);
    }

    /// Whether `actor` looks after the installation as a whole: what modules did not hear belongs to no agency.
    public boolean decides(Actor actor) {
        return everywhere(actor, InspectionPermission.UNDELIVERED_DECIDE);
    }

    private boolean everywhere(Actor actor, InspectionPermission permission) {
        List<AgencyView> roots = directory.roots(clock.today());
        return actor instanceof Actor.Administrator
                || (!roots.isEmpty()
                        && roots.stream().allMatch(root -> authority.allows(actor, permission, root.id())));
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
