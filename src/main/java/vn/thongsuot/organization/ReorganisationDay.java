package vn.thongsuot.organization;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.RecurringJob;

/// Applies approved plans when their day comes, the earliest first: the next may build on what the one before did.
@Component
class ReorganisationDay implements RecurringJob {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Reorganisations reorganisations;

    ReorganisationDay(Reorganisations reorganisations) {
        this.reorganisations = reorganisations;
    }

    @Override
    public String name() {
        return "organization.reorganisation";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        Actor.Job by = new Actor.Job(name());
        reorganisations.due().forEach(plan -> reorganisations.applyOnItsDay(plan, by));
    }
}
