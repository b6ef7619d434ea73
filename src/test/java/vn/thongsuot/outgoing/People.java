package vn.thongsuot.outgoing;

import java.util.List;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Uuids;

/// Officers of the demonstration as they act, and drafts of theirs.
public final class People {

    private People() {}

    /// Under the main post.
    public static Actor.Officer as(Directory directory, DemonstrationOfficer officer) {
        PostView post = directory.holdings(officer.id()).stream()
                .filter(HoldingView::main)
                .findFirst()
                .flatMap(holding -> directory.post(holding.post()))
                .orElseThrow();
        return new Actor.Officer(
                new AccountId(Uuids.next(java.time.Instant.EPOCH)), officer.id(), post.id(), post.agency(), null);
    }

    /// The people's committee of the province.
    public static AgencyId committee(Directory directory) {
        return as(directory, DemonstrationOfficer.CHAIRMAN).agency();
    }

    /// An official letter of the committee that its vice-chairman is to sign.
    public static Draft letter(Directory directory, String subject, AgencyId... receivers) {
        return new Draft(
                committee(directory),
                DocumentType.OFFICIAL_LETTER,
                "UBND-VP",
                subject,
                Urgency.URGENT,
                DemonstrationOfficer.VICE_CHAIRMAN.id(),
                List.of(receivers));
    }
}
