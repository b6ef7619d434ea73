package vn.thongsuot.organization.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.OrganizationPermission;
import vn.thongsuot.shared.Panel;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.Thing;

/// On a calendar's page: which agencies keep it.
@Component
class KeepersPanel implements Panel {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<String> href(Thing thing, SignedIn reader) {
        boolean ours = thing.kind().equals("calendar")
                && reader.permissions().contains(OrganizationPermission.DIRECTORY_VIEW.name());
        return ours ? Optional.of("/organization/calendars/" + thing.id() + "/agencies") : Optional.empty();
    }
}
