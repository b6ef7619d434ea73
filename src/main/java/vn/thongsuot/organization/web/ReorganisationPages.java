package vn.thongsuot.organization.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyCode;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.ReorganisationContent;
import vn.thongsuot.organization.ReorganisationImpact;
import vn.thongsuot.organization.ReorganisationPlans;
import vn.thongsuot.organization.ReorganisationStatus;
import vn.thongsuot.organization.ReorganisationStep;
import vn.thongsuot.organization.ReorganisationView;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;

/// Puts a plan and its steps into words.
@Component
class ReorganisationPages {

    private static final int ROWS = 50;

    private final ReorganisationPlans plans;
    private final Directory directory;
    private final BusinessClock clock;

    ReorganisationPages(ReorganisationPlans plans, Directory directory, BusinessClock clock) {
        this.plans = plans;
        this.directory = directory;
        this.clock = clock;
    }

    ReorganisationPage plan(ReorganisationView plan, ReorganisationStep.@Nullable Kind wanted, int after) {
        return plan(plan, wanted, after, null);
    }

    /// The plan's page with the reason why something was refused.
    ReorganisationPage refused(ReorganisationView plan, String error) {
        return plan(plan, null, 0, error);
    }

    private ReorganisationPage plan(
            ReorganisationView plan, ReorganisationStep.@Nullable Kind wanted, int after, @Nullable String error) {
        ReorganisationContent content = plans.content(plan.id());
        Map<ReorganisationStep.Kind, Long> kinds = content.steps().stream()
                .collect(Collectors.groupingBy(ReorganisationStep::kind, Collectors.counting()));
        ReorganisationStep.Kind kind = wanted != null
                ? wanted
                : kinds.keySet().stream().sorted().findFirst().orElse(ReorganisationStep.Kind.MERGE);
        List<ReorganisationPage.Row> rows = content.steps().stream()
                .filter(step -> step.kind() == kind)
                .map(step -> row(step, plan, content))
                .toList();
        int from = Math.clamp(after, 0, rows.size());
        int to = Math.min(rows.size(), from + ROWS);
        boolean open = plan.status() == ReorganisationStatus.DRAFT || plan.status() == ReorganisationStatus.APPROVED;
        Optional<ReorganisationImpact> impact = open ? Optional.of(plans.impact(plan)) : Optional.empty();
        ReorganisationImpact.Counts done = plan.done();
        return new ReorganisationPage(
                plan,
                kind,
                kinds,
                rows.subList(from, to),
                to < rows.size() ? to : null,
                impact.map(ReorganisationImpact::counts)
                        .orElse(done == null ? new ReorganisationImpact.Counts(0, 0, 0, 0, 0, 0, 0) : done),
                impact.map(found -> found.obstacles().size()).orElse(0),
                due(plan),
                error);
    }

    boolean due(ReorganisationView plan) {
        return !clock.today().isBefore(plan.on());
    }

    private ReorganisationPage.Row row(
            ReorganisationStep step, ReorganisationView plan, ReorganisationContent content) {
        String note = switch (step) {
            case ReorganisationStep.Merge merge -> merge.note();
            case ReorganisationStep.Split split -> split.note();
            case ReorganisationStep.Dissolve dissolve -> dissolve.note();
            case ReorganisationStep.Found _, ReorganisationStep.Rename _, ReorganisationStep.Move _ -> null;
        };
        boolean confirmed = switch (step) {
            case ReorganisationStep.Merge merge -> merge.confirmed();
            case ReorganisationStep.Split split -> split.confirmed();
            case ReorganisationStep.Found _,
                    ReorganisationStep.Dissolve _,
                    ReorganisationStep.Rename _,
                    ReorganisationStep.Move _ -> true;
        };
        String newName = step instanceof ReorganisationStep.Found found ? found.identifier() : step.newName();
        return new ReorganisationPage.Row(
                step.id(),
                name(step.agency(), plan, content),
                code(step, plan),
                name(step.to(), plan, content),
                newName == null ? "" : newName,
                confirmed,
                note);
    }

    private String code(ReorganisationStep step, ReorganisationView plan) {
        if (step instanceof ReorganisationStep.Found found) {
            String code = found.unitCode();
            return code == null ? "" : code;
        }
        return directory
                .agency(step.agency())
                .flatMap(agency -> agency.code(
                                AgencyCode.Scheme.ADMINISTRATIVE_UNIT, plan.on().minusDays(1))
                        .or(() -> agency.identifier(plan.on().minusDays(1))))
                .orElse("");
    }

    /// What an agency is called before the plan; a new one, in it.
    String name(@Nullable AgencyId agency, ReorganisationView plan, ReorganisationContent content) {
        if (agency == null) {
            return "";
        }
        return content.steps().stream()
                .filter(step -> step instanceof ReorganisationStep.Found
                        && step.agency().equals(agency))
                .map(ReorganisationStep::newName)
                .findFirst()
                .or(() -> directory
                        .agency(agency, plan.on().minusDays(1))
                        .or(() -> directory.agency(agency))
                        .map(AgencyView::shortName))
                .map(name -> name.replace("Ủy ban nhân dân", "UBND"))
                .orElse("");
    }
}
