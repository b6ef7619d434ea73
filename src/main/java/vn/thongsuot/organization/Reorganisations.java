package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Uuids;

/// **Sắp xếp tổ chức.** Changes many agencies, posts and officers at once, by a plan: drafted, approved, and applied as
/// one act on its day. Work is not rewritten: who goes on for whom is remembered, and {@link Directory#answersFor}
/// follows it. Each command asks for the version its caller saw. Questions: {@link ReorganisationPlans}.
@Component
public class Reorganisations {

    private final ReorganisationStore store;
    private final ReorganisationContentStore contents;
    private final ReorganisationJournal journal;
    private final ReorganisationAct act;
    private final ReorganisationScope scope;
    private final BusinessClock clock;

    Reorganisations(
            ReorganisationStore store,
            ReorganisationContentStore contents,
            ReorganisationJournal journal,
            ReorganisationAct act,
            ReorganisationScope scope) {
        this.store = store;
        this.contents = contents;
        this.journal = journal;
        this.act = act;
        this.scope = scope;
        this.clock = scope.clock();
    }

    /// Begins a plan for the agencies under the actor's own.
    @Transactional
    public ReorganisationId draft(String title, @Nullable String decision, LocalDate on, Actor by) {
        ReorganisationId id = new ReorganisationId(Uuids.next(clock.instant()));
        ReorganisationEvent.Drafted drafted = Reorganisation.draft(id, title, on, scope.own(by), by, clock.instant());
        journal.begin(drafted);
        if (decision != null) {
            describe(id, 1, title, decision, on, by);
        }
        return id;
    }

    @Transactional
    public void describe(
            ReorganisationId id, long version, String title, @Nullable String decision, LocalDate on, Actor by) {
        Reorganisation plan = load(id, version, by);
        ReorganisationEvent.Described described =
                plan.describe(title, decision == null ? null : Names.agency(decision), on, by, clock.instant());
        store.describe(described);
        journal.note(plan, described);
    }

    /// Adds steps, or writes those anew whose ids are known. Several at once are one act.
    @Transactional
    public void set(ReorganisationId id, long version, List<ReorganisationStep> steps, Actor by) {
        Reorganisation plan = load(id, version, by);
        List<ReorganisationStep> clean =
                steps.stream().map(ReorganisationScope::clean).toList();
        Set<AgencyId> founded = founded(Stream.concat(contents.content(id).steps().stream(), clean.stream()));
        clean.forEach(step -> scope.need(by, step, founded));
        ReorganisationEvent.StepsSet set = plan.set(clean, by, clock.instant());
        contents.put(id, clean);
        journal.note(plan, set);
    }

    @Transactional
    public void remove(ReorganisationId id, long version, UUID step, Actor by) {
        Reorganisation plan = load(id, version, by);
        ReorganisationEvent.StepRemoved removed = plan.remove(step, by, clock.instant());
        if (!contents.remove(id, step)) {
            throw OrganizationProblem.STEP_ABSENT.because();
        }
        journal.note(plan, removed);
    }

    /// Says where people go: all of an agency, or single ones. What was said before of the same agency or holding
    /// is replaced.
    @Transactional
    public void place(
            ReorganisationId id,
            long version,
            List<ReorganisationContent.Rule> rules,
            List<ReorganisationContent.ByHand> byHand,
            Actor by) {
        Reorganisation plan = load(id, version, by);
        Set<AgencyId> founded = founded(contents.content(id).steps().stream());
        List<ReorganisationContent.Rule> cleanRules =
                rules.stream().map(rule -> scope.need(by, rule, founded)).toList();
        List<ReorganisationContent.ByHand> cleanHands =
                byHand.stream().map(hand -> scope.need(by, hand, founded)).toList();
        ReorganisationEvent.PlacementsSet placed = plan.place(cleanRules, cleanHands, by, clock.instant());
        contents.place(id, cleanRules, cleanHands);
        journal.note(plan, placed);
    }

    /// Approves the plan; refused while anything stands in the way, and where by now it touches agencies or gives
    /// rights that are not the actor's to change. One whose day has come is applied at once, in the
    /// same act; any other waits for its day.
    @Transactional
    public void approve(ReorganisationId id, long version, Actor by) {
        Reorganisation plan = load(id, version, by);
        List<ReorganisationStep> steps = contents.content(id).steps();
        Set<AgencyId> founded = founded(steps.stream());
        steps.forEach(step -> scope.need(by, step, founded));
        ReorganisationImpact impact = act.forecast(plan);
        impact.placements().forEach(placement -> scope.need(by, placement, founded));
        journal.note(plan, plan.approve(impact, by, clock.instant()));
        Reorganisation approved = store.load(id);
        if (!clock.today().isBefore(approved.on())
                && act.apply(approved, by) instanceof ReorganisationEvent.Refused refused) {
            throw OrganizationProblem.PLAN_INCOMPLETE.because(refused.obstacles());
        }
    }

    /// Makes an approved plan a draft again.
    @Transactional
    public void reopen(ReorganisationId id, long version, Actor by) {
        Reorganisation plan = load(id, version, by);
        journal.note(plan, plan.reopen(by, clock.instant()));
    }

    @Transactional
    public void withdraw(ReorganisationId id, long version, Actor by) {
        Reorganisation plan = load(id, version, by);
        journal.note(plan, plan.withdraw(by, clock.instant()));
    }

    /// Approved plans whose day has come.
    List<ReorganisationId> due() {
        return store.due(clock.today());
    }

    /// Applies an approved plan whose day has come, or sends it back to its administrators where it cannot be
    /// applied; does nothing where it was done or taken back meanwhile.
    @Transactional
    void applyOnItsDay(ReorganisationId id, Actor by) {
        Reorganisation plan = store.load(id);
        if (plan.status() == ReorganisationStatus.APPROVED && !clock.today().isBefore(plan.on())) {
            act.apply(plan, by);
        }
    }

    private static Set<AgencyId> founded(Stream<ReorganisationStep> steps) {
        return steps.filter(ReorganisationStep.Found.class::isInstance)
                .map(ReorganisationStep::agency)
                .collect(Collectors.toSet());
    }

    private Reorganisation load(ReorganisationId id, long version, Actor by) {
        Reorganisation plan = store.load(id);
        scope.need(by, plan.agency());
        return plan.seen(version);
    }
}
