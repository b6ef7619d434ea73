package vn.thongsuot.dossier;

import java.util.Map;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Lifecycle;

/// **Trạng thái hồ sơ.** Where a dossier stands inside the office, and the one table of what may follow what.
public enum DossierStatus implements Lifecycle<DossierStatus> {
    RECEIVED,
    PROCESSING,
    AWAITING_SUPPLEMENT,
    AWAITING_SIGNATURE,
    SIGNED,
    RETURNED,
    REFUSED,
    STOPPED,
    WITHDRAWN;

    @Override
    public Map<Class<? extends Auditable>, DossierStatus> moves() {
        return switch (this) {
            case RECEIVED ->
                Map.of(
                        DossierEvent.Taken.class, PROCESSING,
                        DossierEvent.Refused.class, REFUSED,
                        DossierEvent.Withdrawn.class, WITHDRAWN);
            case PROCESSING ->
                Map.of(
                        DossierEvent.Taken.class, PROCESSING,
                        DossierEvent.SupplementAsked.class, AWAITING_SUPPLEMENT,
                        DossierEvent.ResultProposed.class, AWAITING_SIGNATURE,
                        DossierEvent.Refused.class, REFUSED,
                        DossierEvent.Withdrawn.class, WITHDRAWN);
            case AWAITING_SUPPLEMENT ->
                Map.of(
                        DossierEvent.SupplementReceived.class, PROCESSING,
                        DossierEvent.Stopped.class, STOPPED,
                        DossierEvent.Withdrawn.class, WITHDRAWN);
            case AWAITING_SIGNATURE ->
                Map.of(
                        DossierEvent.SentBack.class, PROCESSING,
                        DossierEvent.ResultSigned.class, SIGNED,
                        DossierEvent.Withdrawn.class, WITHDRAWN);
            case SIGNED -> Map.of(DossierEvent.Returned.class, RETURNED);
            case RETURNED, REFUSED, STOPPED, WITHDRAWN -> Map.of();
        };
    }

    public boolean ended() {
        return moves().isEmpty();
    }

    /// What the national portal shows the citizen: its status code.
    public int portalCode() {
        return switch (this) {
            case RECEIVED -> 2;
            case PROCESSING, AWAITING_SIGNATURE -> 4;
            case AWAITING_SUPPLEMENT -> 5;
            case SIGNED -> 9;
            case RETURNED -> 10;
            case REFUSED, STOPPED -> 8;
            case WITHDRAWN -> 7;
        };
    }
}
