package vn.thongsuot.organization.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.organization.AgencyCode;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.ReorganisationPlans;
import vn.thongsuot.organization.ReorganisationStep;
import vn.thongsuot.organization.ReorganisationView;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;

/// Agencies as people type them into a plan: name and code, `Ủy ban nhân dân xã Hòa Ân · 29311`; those the plan founds
/// come first.
@Component
class PlanAgencies {

    private static final String BETWEEN = " · ";
    private static final int SUGGESTED = 12;

    private final Directory directory;
    private final ReorganisationPlans plans;
    private final BusinessClock clock;

    PlanAgencies(Directory directory, ReorganisationPlans plans, BusinessClock clock) {
        this.directory = directory;
        this.plans = plans;
        this.clock = clock;
    }

    /// What an agency is called in `plan`; nothing for none.
    String label(ReorganisationView plan, @Nullable AgencyId agency) {
        if (agency == null) {
            return "";
        }
        return founded(plan).stream()
                .filter(found -> found.agency().equals(agency))
                .map(PlanAgencies::label)
                .findFirst()
                .or(() -> directory.agency(agency).map(view -> label(view, day(plan))))
                .orElse("");
    }

    List<String> suggest(ReorganisationView plan, String typed) {
        List<String> labels = new ArrayList<>();
        vn.thongsuot.shared.Folded asked = vn.thongsuot.shared.Folded.of(typed);
        founded(plan).stream()
                .filter(found -> vn.thongsuot.shared.Folded.of(found.name()).rank(asked) >= 0)
                .limit(SUGGESTED / 2)
                .forEach(found -> labels.add(label(found)));
        directory.searchAgencies(typed, day(plan), SUGGESTED).forEach(agency -> labels.add(label(agency, day(plan))));
        return labels;
    }

    /// The agency typed: by a label, a code or a whole name. Refuses what names none or several.
    AgencyId need(ReorganisationView plan, String typed) {
        String text = typed.strip();
        int between = text.lastIndexOf(BETWEEN);
        String name = between < 0 ? text : text.substring(0, between);
        String code = between < 0 ? text : text.substring(between + BETWEEN.length());
        List<AgencyId> founded = founded(plan).stream()
                .filter(found -> label(found).equals(text) || found.name().equals(text))
                .map(ReorganisationStep::agency)
                .toList();
        if (founded.size() == 1) {
            return founded.getFirst();
        }
        Optional<AgencyId> byCode = directory.agencyByCode(code, day(plan)).map(AgencyView::id);
        if (byCode.isPresent()) {
            return byCode.get();
        }
        List<AgencyView> named = directory.searchAgencies(name, day(plan), SUGGESTED).stream()
                .filter(agency -> agency.name().equalsIgnoreCase(name)
                        || agency.shortName().equalsIgnoreCase(name))
                .toList();
        if (named.size() != 1) {
            throw OrganizationProblem.AGENCY_UNCLEAR.because(text);
        }
        return named.getFirst().id();
    }

    @Nullable
    AgencyId orNull(ReorganisationView plan, String typed) {
        return typed.isBlank() ? null : need(plan, typed);
    }

    /// The last day before the plan, where that has come; today until then: what a person looks at.
    private LocalDate day(ReorganisationView plan) {
        LocalDate eve = plan.on().minusDays(1);
        LocalDate today = clock.today();
        return eve.isBefore(today) ? eve : today;
    }

    private List<ReorganisationStep.Found> founded(ReorganisationView plan) {
        return plans.content(plan.id()).steps().stream()
                .filter(ReorganisationStep.Found.class::isInstance)
                .map(ReorganisationStep.Found.class::cast)
                .toList();
    }

    private static String label(ReorganisationStep.Found found) {
        String code = found.unitCode();
        return code == null ? found.name() : found.name() + BETWEEN + "mới " + code;
    }

    private static String label(AgencyView agency, LocalDate day) {
        return agency.code(AgencyCode.Scheme.ADMINISTRATIVE_UNIT, day)
                .or(() -> agency.identifier(day))
                .map(code -> agency.name() + BETWEEN + code)
                .orElse(agency.name());
    }
}
