package vn.thongsuot.organization;

import java.util.Map;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Lifecycle;

/// **Trạng thái phương án.** Where a plan of reorganisation stands. An approved plan waits for its day; refused on
/// that day, because something changed meanwhile, it is a draft again.
public enum ReorganisationStatus implements Lifecycle<ReorganisationStatus> {
    DRAFT,
    APPROVED,
    APPLIED,
    WITHDRAWN;

    @Override
    public Map<Class<? extends Auditable>, ReorganisationStatus> moves() {
        return switch (this) {
            case DRAFT ->
                Map.of(
                        ReorganisationEvent.Drafted.class, DRAFT,
                        ReorganisationEvent.Described.class, DRAFT,
                        ReorganisationEvent.StepsSet.class, DRAFT,
                        ReorganisationEvent.StepRemoved.class, DRAFT,
                        ReorganisationEvent.PlacementsSet.class, DRAFT,
                        ReorganisationEvent.Approved.class, APPROVED,
                        ReorganisationEvent.Withdrawn.class, WITHDRAWN);
            case APPROVED ->
                Map.of(
                        ReorganisationEvent.Reopened.class, DRAFT,
                        ReorganisationEvent.Refused.class, DRAFT,
                        ReorganisationEvent.Applied.class, APPLIED,
                        ReorganisationEvent.Withdrawn.class, WITHDRAWN);
            case APPLIED, WITHDRAWN -> Map.of();
        };
    }
}
