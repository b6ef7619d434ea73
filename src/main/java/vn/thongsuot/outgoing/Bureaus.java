package vn.thongsuot.outgoing;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Holders;

/// Where documents are issued today: agencies with somebody who drafts, a leader who signs and a clerk.
@Component
class Bureaus {

    private final Directory directory;
    private final Holders holders;
    private final BusinessClock clock;

    Bureaus(Directory directory, Holders holders, BusinessClock clock) {
        this.directory = directory;
        this.holders = holders;
        this.clock = clock;
    }

    /// In the order of the directory.
    List<MadeOutgoing.Bureau> all() {
        return directory.roots(clock.today()).stream()
                .flatMap(root -> directory.withDescendants(root.id(), clock.today()).stream())
                .flatMap(agency -> bureau(agency).stream())
                .toList();
    }

    private Optional<MadeOutgoing.Bureau> bureau(AgencyView office) {
        AgencyId agency = office.id();
        List<Actor.Officer> drafters = officers(OutgoingPermission.OUTGOING_DRAFT, agency);
        List<Actor.Officer> clerks = officers(OutgoingPermission.OUTGOING_ISSUE, agency);
        List<Actor.Officer> signers = officers(OutgoingPermission.OUTGOING_SIGN, agency).stream()
                .filter(signer -> directory
                        .post(signer.post())
                        .filter(post -> post.kind().leads() && post.agency().equals(agency))
                        .isPresent())
                .toList();
        return drafters.isEmpty() || signers.isEmpty() || clerks.isEmpty()
                ? Optional.empty()
                : Optional.of(new MadeOutgoing.Bureau(office, drafters, signers, clerks.getFirst()));
    }

    private List<Actor.Officer> officers(OutgoingPermission permission, AgencyId agency) {
        return holders.of(permission, agency).stream()
                .map(holder -> holder.madeUp(agency))
                .toList();
    }
}
