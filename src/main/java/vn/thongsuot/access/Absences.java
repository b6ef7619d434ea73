package vn.thongsuot.access;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.Period;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Uuids;

/// **Các lần vắng mặt.** An officer says when they are away and who stands in; the replacement is lent every post
/// of the absent officer for these days.
@Component
public class Absences {

    private final AbsenceStore store;
    private final Delegations delegations;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final InstantSource realTime;

    Absences(
            AbsenceStore store,
            Delegations delegations,
            Directory directory,
            ApplicationEventPublisher events,
            BusinessClock clock,
            InstantSource realTime) {
        this.store = store;
        this.delegations = delegations;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
        this.realTime = realTime;
    }

    /// Records that `by` is away during `period`; `replacement`, where there is one, may act under each of their
    /// posts meanwhile.
    @Transactional
    public UUID record(Period period, @Nullable OfficerId replacement, Actor by) {
        Actor.Officer officer = Delegations.himself(by);
        delegations.checkPeriod(period);
        if (officer.officer().equals(replacement)) {
            throw AccessProblem.DELEGATE_IS_YOU.because();
        }
        LocalDate to = period.to();
        if (to == null) {
            throw AccessProblem.DELEGATION_DAYS.because(Delegations.MOST_DAYS);
        }
        UUID id = Uuids.next(realTime.instant());
        store.insert(new AbsenceStore.Row(id, officer.officer(), replacement, period.from(), to));
        events.publishEvent(new DelegationEvent.AbsenceRecorded(
                id, 1, officer.officer(), replacement, period.from(), to, by, clock.instant()));
        if (replacement != null) {
            posts(officer.officer()).forEach(post -> delegations.giveAll(post, replacement, period, id, officer));
        }
        return id;
    }

    /// Ends an absence now, and with it what was lent for it.
    @Transactional
    public void end(UUID id, Actor by) {
        AbsenceStore.Row row = store.find(id).orElseThrow(AccessProblem.ABSENCE_ABSENT::because);
        if (!(by instanceof Actor.Officer officer) || !officer.officer().equals(row.officer())) {
            throw AccessProblem.ABSENCE_ABSENT.because();
        }
        long version = store.end(id, clock.today());
        events.publishEvent(new DelegationEvent.AbsenceEnded(id, version, by, clock.instant()));
        delegations.endOfAbsence(id, by);
    }

    /// The present and coming absences of `officer`.
    public List<AbsenceView> of(OfficerId officer) {
        LocalDate today = clock.today();
        return store.of(Set.of(officer), today, today.plusDays(2L * Delegations.MOST_DAYS)).stream()
                .map(this::view)
                .toList();
    }

    /// Who of `agency` is away on some day from `from` to `to`: by the first day, leaders first.
    public List<AbsenceView> of(AgencyId agency, LocalDate from, LocalDate to) {
        Set<OfficerId> members = directory.members(agency, clock.today()).stream()
                .map(member -> member.officer().id())
                .collect(Collectors.toSet());
        return store.of(members, from, to).stream()
                .map(this::view)
                .sorted(Comparator.comparing(AbsenceView::from).thenComparing(view -> !view.leader()))
                .toList();
    }

    private AbsenceView view(AbsenceStore.Row row) {
        List<PostView> posts = posts(row.officer());
        OfficerId replacement = row.replacement();
        return new AbsenceView(
                row.id(),
                row.officer(),
                name(row.officer()),
                posts.stream().findFirst().map(this::line).orElse(""),
                posts.stream().findFirst().map(post -> post.kind().leads()).orElse(false),
                replacement,
                replacement == null ? null : name(replacement),
                row.from(),
                row.to());
    }

    private List<PostView> posts(OfficerId officer) {
        return directory.holdings(officer).stream()
                .filter(holding -> holding.period().on(clock.today()))
                .map(HoldingView::post)
                .flatMap(post -> directory.post(post).stream())
                .toList();
    }

    private String line(PostView post) {
        return post.title() + " · "
                + directory.agency(post.agency()).map(AgencyView::shortName).orElse("");
    }

    private String name(OfficerId officer) {
        return directory.officer(officer).map(OfficerView::name).orElse("");
    }
}
