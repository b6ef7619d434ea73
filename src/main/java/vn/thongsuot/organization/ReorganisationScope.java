package vn.thongsuot.organization;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.PostId;

/// What a plan's author may write into it: only agencies within reach, and what the plan itself founds.
@Component
class ReorganisationScope {

    private final Scope scope;
    private final Directory directory;
    private final BusinessClock clock;

    ReorganisationScope(Scope scope, Directory directory, BusinessClock clock) {
        this.scope = scope;
        this.directory = directory;
        this.clock = clock;
    }

    BusinessClock clock() {
        return clock;
    }

    boolean reaches(Actor by, AgencyId agency) {
        return scope.reaches(by, agency);
    }

    void need(Actor by, AgencyId agency) {
        if (!reaches(by, agency)) {
            throw OrganizationProblem.OUTSIDE_YOUR_AGENCIES.because();
        }
    }

    void need(Actor by, ReorganisationStep step, Set<AgencyId> founded) {
        AgencyId other = step.to();
        if (step instanceof ReorganisationStep.Found) {
            if (directory.agency(step.agency()).isPresent()) {
                throw OrganizationProblem.AGENCY_ABSENT.because();
            }
            if (other == null) {
                scope.needEverything(by);
            }
        } else {
            AgencyView agency = directory.agency(step.agency()).orElseThrow(OrganizationProblem.AGENCY_ABSENT::because);
            need(by, agency.id());
            needForOffice(by, agency, step);
        }
        if (step.kind().ends() && step.agency().equals(other)) {
            throw OrganizationProblem.SUCCESSOR_SAME.because();
        }
        if (other != null) {
            need(by, other, founded);
        }
    }

    /// What does a committee's business is made so, or moved away, only by who reaches the committee.
    private void needForOffice(Actor by, AgencyView agency, ReorganisationStep step) {
        switch (step) {
            case ReorganisationStep.Rename rename ->
                scope.needForName(by, agency.parent(), agency.name(), rename.name());
            case ReorganisationStep.Move _ -> scope.needForName(by, agency.parent(), agency.name(), "");
            case ReorganisationStep.Found _,
                    ReorganisationStep.Merge _,
                    ReorganisationStep.Split _,
                    ReorganisationStep.Dissolve _ -> {
                // Founded under a parent within reach; what ends does nobody's business any more.
            }
        }
    }

    private void need(Actor by, AgencyId agency, Set<AgencyId> founded) {
        if (!founded.contains(agency)) {
            known(agency);
            need(by, agency);
        }
    }

    /// The rule with its unit as it is kept.
    ReorganisationContent.Rule need(Actor by, ReorganisationContent.Rule rule, Set<AgencyId> founded) {
        known(rule.from());
        need(by, rule.from());
        need(by, rule.to(), founded);
        return new ReorganisationContent.Rule(rule.from(), rule.to(), unit(rule.unit()));
    }

    /// The seat with its names as they are kept.
    ReorganisationContent.ByHand need(Actor by, ReorganisationContent.ByHand hand, Set<AgencyId> founded) {
        need(
                by,
                directory
                        .holding(hand.holding())
                        .flatMap(holding -> directory.post(holding.post()))
                        .map(PostView::agency)
                        .orElseThrow(OrganizationProblem.HOLDING_ABSENT::because));
        ReorganisationContent.Seat seat = hand.seat();
        need(by, seat.agency(), founded);
        needToSeat(by, seat, null, founded);
        return new ReorganisationContent.ByHand(
                hand.holding(),
                new ReorganisationContent.Seat(
                        seat.agency(), unit(seat.unit()), seat.kind(), Names.agency(seat.title())));
    }

    /// Where somebody goes may give no more than `by` may give.
    void need(Actor by, ReorganisationImpact.Placement placement, Set<AgencyId> founded) {
        needToSeat(by, placement.to(), placement.post(), founded);
    }

    private void needToSeat(Actor by, ReorganisationContent.Seat seat, @Nullable PostId post, Set<AgencyId> founded) {
        scope.needToSeat(by, founded.contains(seat.agency()) ? own(by) : seat.agency(), seat.kind(), post);
    }

    private static @Nullable String unit(@Nullable String typed) {
        String unit = blank(typed);
        return unit == null ? null : Names.agency(unit);
    }

    private void known(AgencyId agency) {
        if (directory.agency(agency).isEmpty()) {
            throw OrganizationProblem.AGENCY_ABSENT.because();
        }
    }

    /// The agency whose administrators a plan of `by` belongs to: the one `by` works for; without one, the province.
    AgencyId own(Actor by) {
        Optional<AgencyId> own = by instanceof Actor.Officer officer
                ? directory.agency(officer.agency()).map(agency -> {
                    AgencyId parent = agency.parent();
                    return agency.committeeOffice() && parent != null ? parent : agency.id();
                })
                : directory.roots(clock.today()).stream().findFirst().map(AgencyView::id);
        AgencyId agency = own.orElseThrow(OrganizationProblem.AGENCY_ABSENT::because);
        need(by, agency);
        return agency;
    }

    /// The step with its names and codes as they are kept.
    static ReorganisationStep clean(ReorganisationStep step) {
        return switch (step) {
            case ReorganisationStep.Found found ->
                new ReorganisationStep.Found(
                        found.id(),
                        found.agency(),
                        Names.agency(found.name()),
                        blank(found.nameEn()),
                        found.level(),
                        Names.agency(found.word()),
                        found.parent(),
                        code(AgencyCode.Scheme.IDENTIFIER, found.identifier()),
                        code(AgencyCode.Scheme.ADMINISTRATIVE_UNIT, found.unitCode()));
            case ReorganisationStep.Rename rename ->
                new ReorganisationStep.Rename(
                        rename.id(), rename.agency(), Names.agency(rename.name()), blank(rename.nameEn()));
            case ReorganisationStep.Merge merge ->
                new ReorganisationStep.Merge(
                        merge.id(), merge.agency(), merge.successor(), merge.confirmed(), note(merge.note()));
            case ReorganisationStep.Split split ->
                new ReorganisationStep.Split(
                        split.id(), split.agency(), split.successor(), split.confirmed(), note(split.note()));
            case ReorganisationStep.Dissolve dissolve ->
                new ReorganisationStep.Dissolve(dissolve.id(), dissolve.agency(), note(dissolve.note()));
            case ReorganisationStep.Move move -> move;
        };
    }

    private static @Nullable String code(AgencyCode.Scheme scheme, @Nullable String typed) {
        String code = blank(typed);
        if (code != null && !scheme.fits(code)) {
            throw OrganizationProblem.CODE_INVALID.because(code);
        }
        return code;
    }

    private static @Nullable String note(@Nullable String typed) {
        String note = blank(typed);
        return note == null ? null : Names.note(note);
    }

    private static @Nullable String blank(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
