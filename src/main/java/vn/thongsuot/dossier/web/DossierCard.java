package vn.thongsuot.dossier.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thongsuot.dossier.DossierPermission;
import vn.thongsuot.dossier.DossierStatus;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.HomeCard;
import vn.thongsuot.shared.Words;

/// Tells officers how many dossiers wait for what their post is for, and how many of the agency's are late.
@Component
class DossierCard implements HomeCard {

    private static final int ORDER = 5;

    private final Dossiers dossiers;

    DossierCard(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(Actor actor) {
        if (!(actor instanceof Actor.Officer officer)) {
            return Optional.empty();
        }
        Map<DossierPermission, DossierStatus> turns = Map.of(
                DossierPermission.DOSSIER_SIGN, DossierStatus.AWAITING_SIGNATURE,
                DossierPermission.DOSSIER_PROCESS, DossierStatus.RECEIVED,
                DossierPermission.DOSSIER_RECEIVE, DossierStatus.SIGNED);
        return List.of(
                        DossierPermission.DOSSIER_SIGN,
                        DossierPermission.DOSSIER_PROCESS,
                        DossierPermission.DOSSIER_RECEIVE)
                .stream()
                .filter(permission -> dossiers.allows(actor, permission, officer.agency()))
                .map(turns::get)
                .map(status -> view(actor, status))
                .findFirst();
    }

    private View view(Actor actor, DossierStatus status) {
        long waiting = dossiers.counts(actor).getOrDefault(status, 0L);
        long late = dossiers.late(actor);
        return new View(
                "dossier.menu",
                waiting,
                Words.key("dossier.card.", status),
                late > 0 ? "dossier.card.late" : "dossier.card.none-late",
                "/dossiers?status=" + status,
                "folder-open",
                late > 0 ? "late" : waiting > 0 ? "soon" : "done",
                List.of(late));
    }
}
