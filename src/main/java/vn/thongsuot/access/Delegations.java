package vn.thongsuot.access;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.Period;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Uuids;

/// **Các ủy quyền.** Lends named rights of a post for some days to somebody of the same agency or under it. What
/// was lent cannot be lent on, and is worth no more than what the lender has at the moment of use.
@Component
public class Delegations {

    /// The longest delegation and the longest absence, in days.
    public static final int MOST_DAYS = 366;

    private final DelegationStore store;
    private final Rights rights;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final InstantSource realTime;

    Delegations(
            DelegationStore store,
            Rights rights,
            Directory directory,
            ApplicationEventPublisher events,
            BusinessClock clock,
            InstantSource realTime) {
        this.store = store;
        this.rights = rights;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
        this.realTime = realTime;
    }

    /// What whoever acts as `by` may lend: nothing while standing in for somebody else.
    public List<Permissions.Right> delegable(Actor by) {
        return by instanceof Actor.Officer officer && officer.delegation() == null
                ? directory
                        .post(officer.post())
                        .map(post -> rights.words(rights.delegable(post)))
                        .orElse(List.of())
                : List.of();
    }

    /// Whether something of the post `by` acts under may be lent to `delegate`.
    public boolean mayLendTo(OfficerId delegate, Actor by) {
        return by instanceof Actor.Officer officer
                && !delegate.equals(officer.officer())
                && directory
                        .post(officer.post())
                        .filter(post -> inside(post, delegate))
                        .isPresent();
    }

    /// Lends `permissions` of the post `by` acts under to `delegate` for `period`.
    @Transactional
    public UUID give(OfficerId delegate, Set<String> permissions, Period period, Actor by) {
        Actor.Officer delegator = himself(by);
        if (permissions.isEmpty()) {
            throw AccessProblem.RIGHT_MISSING.because();
        }
        PostView post = directory.post(delegator.post()).orElseThrow(AccessProblem.POST_NOT_YOURS::because);
        if (!rights.delegable(post).containsAll(permissions)) {
            throw AccessProblem.RIGHT_NOT_YOURS.because();
        }
        return lend(post, delegate, permissions, period, null, delegator);
    }

    /// Lends all that may be lent of `post`, also where that is nothing but the post's place: whoever stands in for
    /// an absent officer.
    UUID giveAll(PostView post, OfficerId delegate, Period period, UUID absence, Actor.Officer by) {
        return lend(post, delegate, rights.delegable(post), period, absence, by);
    }

    private UUID lend(
            PostView post,
            OfficerId delegate,
            Set<String> permissions,
            Period period,
            @Nullable UUID absence,
            Actor.Officer by) {
        checkPeriod(period);
        checkDelegate(post, delegate, by);
        UUID id = Uuids.next(realTime.instant());
        LocalDate to = last(period);
        store.insert(new DelegationStore.Lent(
                id, by.officer(), post.id(), delegate, permissions, period.from(), to, absence, false));
        events.publishEvent(new DelegationEvent.DelegationGiven(
                id,
                1,
                post.id(),
                delegate,
                List.copyOf(new TreeSet<>(permissions)),
                period.from(),
                to,
                by,
                clock.instant()));
        return id;
    }

    /// `by` as an officer under a post of their own.
    static Actor.Officer himself(Actor by) {
        if (by instanceof Actor.Officer officer && officer.delegation() == null) {
            return officer;
        }
        throw AccessProblem.NOT_REDELEGABLE.because();
    }

    void checkPeriod(Period period) {
        LocalDate today = clock.today();
        LocalDate to = last(period);
        if (period.from().isBefore(today)
                || to.isBefore(period.from())
                || ChronoUnit.DAYS.between(period.from(), to) >= MOST_DAYS) {
            throw AccessProblem.DELEGATION_DAYS.because(MOST_DAYS);
        }
    }

    private static LocalDate last(Period period) {
        LocalDate to = period.to();
        if (to == null) {
            throw AccessProblem.DELEGATION_DAYS.because(MOST_DAYS);
        }
        return to;
    }

    private void checkDelegate(PostView post, OfficerId delegate, Actor.Officer by) {
        if (delegate.equals(by.officer())) {
            throw AccessProblem.DELEGATE_IS_YOU.because();
        }
        if (!inside(post, delegate)) {
            throw AccessProblem.DELEGATE_OUTSIDE.because();
        }
    }

    /// Whether `delegate` works in the agency of `post` or under it today.
    private boolean inside(PostView post, OfficerId delegate) {
        AgencyId seat = directory.agency(post.agency()).map(AgencyView::seat).orElse(post.agency());
        return directory.holdings(delegate).stream()
                .filter(holding -> holding.period().on(clock.today()))
                .flatMap(holding -> directory.post(holding.post()).stream())
                .anyMatch(own -> directory.answersFor(seat, own.agency()));
    }

    /// Ends `id` now: by whoever gave it, whoever has it, or an administrator of the post's agency.
    @Transactional
    public void end(UUID id, Actor by) {
        DelegationStore.Lent lent = store.find(id).orElseThrow(AccessProblem.DELEGATION_ABSENT::because);
        if (!concerns(lent.delegator(), lent.delegate(), by) && !administers(lent.post(), by)) {
            throw AccessProblem.DELEGATION_ABSENT.because();
        }
        endNow(lent, by);
    }

    void endOfAbsence(UUID absence, Actor by) {
        store.ofAbsence(absence).stream()
                .filter(lent -> !lent.to().isBefore(clock.today()))
                .forEach(lent -> endNow(lent, by));
    }

    private void endNow(DelegationStore.Lent lent, Actor by) {
        events.publishEvent(new DelegationEvent.DelegationEnded(lent.id(), store.end(lent.id()), by, clock.instant()));
    }

    private static boolean concerns(OfficerId delegator, OfficerId delegate, Actor by) {
        return by instanceof Actor.Officer officer
                && (officer.officer().equals(delegator) || officer.officer().equals(delegate));
    }

    private boolean administers(PostId post, Actor by) {
        return directory
                .post(post)
                .map(lent -> rights.allows(by, AccessPermission.ACCESS_MANAGE, lent.agency()))
                .orElse(false);
    }

    /// What `officer` lent, newest first.
    public List<DelegationView> givenBy(OfficerId officer) {
        return store.givenBy(officer).stream().map(this::view).toList();
    }

    /// What `officer` was lent, newest first.
    public List<DelegationView> receivedBy(OfficerId officer) {
        return store.receivedBy(officer).stream().map(this::view).toList();
    }

    /// The delegation an act was done under.
    public Optional<DelegationView> find(UUID id) {
        return store.find(id).map(this::view);
    }

    private DelegationView view(DelegationStore.Lent lent) {
        PostView post = directory.post(lent.post()).orElseThrow(AccessProblem.POST_NOT_YOURS::because);
        DelegationView.State state = state(lent);
        Set<String> lost = new TreeSet<>(lent.permissions());
        if (state.open()) {
            lost.removeAll(rights.of(post));
        } else {
            lost.clear();
        }
        return new DelegationView(
                lent.id(),
                lent.delegator(),
                name(lent.delegator()),
                lent.post(),
                post.agency(),
                line(post),
                lent.delegate(),
                name(lent.delegate()),
                ownLine(lent.delegate()),
                rights.words(lent.permissions()),
                rights.words(lost),
                lent.from(),
                lent.to(),
                lent.absence() != null,
                state);
    }

    private DelegationView.State state(DelegationStore.Lent lent) {
        LocalDate today = clock.today();
        if (lent.ended()) {
            return DelegationView.State.ENDED;
        } else if (lent.to().isBefore(today)) {
            return DelegationView.State.OVER;
        } else if (lent.from().isAfter(today)) {
            return DelegationView.State.TO_COME;
        }
        boolean worth = store.inForce(lent.id()).isPresent() && directory.holdsNow(lent.delegator(), lent.post());
        return worth ? DelegationView.State.IN_FORCE : DelegationView.State.VOID;
    }

    private String line(PostView post) {
        return post.title() + " · "
                + directory.agency(post.agency()).map(AgencyView::shortName).orElse("");
    }

    private String ownLine(OfficerId officer) {
        return directory.holdings(officer).stream()
                .filter(holding -> holding.period().on(clock.today()))
                .flatMap(holding -> directory.post(holding.post()).stream())
                .findFirst()
                .map(this::line)
                .orElse("");
    }

    private String name(OfficerId officer) {
        return directory.officer(officer).map(OfficerView::name).orElse("");
    }
}
