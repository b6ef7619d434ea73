package vn.thongsuot.organization;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.HomeCard;

/// Tells administrators of plans that could not be applied on their day.
@Component
class RefusedPlans implements HomeCard {

    private static final int ORDER = 15;

    private final ReorganisationPlans plans;

    RefusedPlans(ReorganisationPlans plans) {
        this.plans = plans;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(Actor actor) {
        int refused = plans.refused(actor);
        return refused == 0
                ? Optional.empty()
                : Optional.of(new View(
                        "organization.reorganisation.card",
                        refused,
                        "organization.reorganisation.card.label",
                        "organization.reorganisation.card.hint",
                        "/organization/reorganisations",
                        "git-merge",
                        "late"));
    }
}
