package vn.thongsuot.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;

/// **Ai được làm gì.** What one person may do under each post, and why: by which role, or lent by whom.
@Component
public class WhoMay {

    private final Rights rights;
    private final Permissions permissions;
    private final Delegations delegations;
    private final Directory directory;
    private final BusinessClock clock;

    WhoMay(Rights rights, Permissions permissions, Delegations delegations, Directory directory, BusinessClock clock) {
        this.rights = rights;
        this.permissions = permissions;
        this.delegations = delegations;
        this.directory = directory;
        this.clock = clock;
    }

    /// What `officer` may do under each post held today, then in place of others.
    public List<Under> of(OfficerId officer) {
        List<Under> all = new ArrayList<>();
        directory.holdings(officer).stream()
                .filter(holding -> holding.period().on(clock.today()))
                .flatMap(holding -> directory.post(holding.post()).stream())
                .forEach(post -> all.add(new Under(line(post), null, reasons(post))));
        delegations.receivedBy(officer).stream()
                .filter(lent -> lent.state() == DelegationView.State.IN_FORCE)
                .forEach(lent -> all.add(new Under(
                        lent.postLine(),
                        lent,
                        directory.post(lent.post()).map(this::reasons).orElse(List.of()).stream()
                                .filter(reason -> lent.rights().contains(reason.right()))
                                .toList())));
        return all;
    }

    /// What everyone who is signed in may do.
    public List<Permissions.Right> everyone() {
        return permissions.rights(permissions.everyone());
    }

    private List<Reason> reasons(PostView post) {
        return rights.grants(post).stream()
                .map(grant -> new Reason(
                        permissions.right(grant.permission()),
                        grant.role(),
                        grant.roleTitle(),
                        grant.reach(),
                        grant.byKind()))
                .toList();
    }

    private String line(PostView post) {
        return post.title() + " · "
                + directory.agency(post.agency()).map(AgencyView::shortName).orElse("");
    }

    /// **Dưới một chức vụ.** What may be done under one post, an own one or, by `delegation`, another's.
    public record Under(String postLine, @Nullable DelegationView delegation, List<Reason> reasons) {

        public Under {
            reasons = List.copyOf(reasons);
        }
    }

    /// **Vì sao được.** A right, and the role that gives it: to the post's kind, or to this post alone.
    public record Reason(Permissions.Right right, String role, String roleTitle, RoleReach reach, boolean byKind) {}
}
