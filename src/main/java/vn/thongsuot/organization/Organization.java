package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Uuids;

/// **Tổ chức.** Changes one agency, post or officer at a time: founds, renames, opens, places, ends. What changes
/// many at once is a {@link Reorganisations plan}. Each command asks for the version its caller saw, so that
/// nobody overwrites what somebody else changed meanwhile.
@Component
public class Organization {

    private final AgencyStore agencies;
    private final OfficerStore officers;
    private final Scope scope;
    private final Announcement announcement;
    private final BusinessClock clock;

    Organization(
            AgencyStore agencies, OfficerStore officers, Scope scope, Announcement announcement, BusinessClock clock) {
        this.agencies = agencies;
        this.officers = officers;
        this.scope = scope;
        this.announcement = announcement;
        this.clock = clock;
    }

    /// Whether `by` may change `agency` and what is in it.
    public boolean mayChange(AgencyId agency, Actor by) {
        return scope.reaches(by, agency);
    }

    /// Founds an agency; its codes are in force from its first day.
    @Transactional
    public AgencyId found(NewAgency wanted, Actor by) {
        return found(wanted, wanted.parent(), by);
    }

    /// The same where the parent itself was founded in this transaction: `within`, which stands above both, says
    /// whether `by` may.
    AgencyId found(NewAgency wanted, @Nullable AgencyId within, Actor by) {
        AgencyId parent = wanted.parent();
        if (parent == null || within == null) {
            scope.needEverything(by);
        } else {
            scope.need(by, within);
            agencies.agency(parent).needOn(wanted.from());
        }
        AgencyId id = new AgencyId(Uuids.next(clock.instant()));
        String name = Names.agency(wanted.name());
        agencies.found(id, name, wanted, false);
        agencies.addCode(id, AgencyCode.Scheme.IDENTIFIER, wanted.identifier(), wanted.from());
        agencies.addCode(id, AgencyCode.Scheme.ADMINISTRATIVE_UNIT, wanted.unitCode(), wanted.from());
        announcement.of(new OrganizationEvent.AgencyFounded(
                id, 1, name, wanted.level(), parent, wanted.from(), by, clock.instant()));
        return id;
    }

    /// Gives `agency` another name from `from` on; the old one stays known for the days before.
    @Transactional
    public void rename(AgencyId agency, long version, String name, LocalDate from, Actor by) {
        scope.need(by, agency);
        AgencyStore.AgencyRow row = agencies.agency(agency);
        row.needOn(from);
        if (from.isAfter(clock.today())) {
            throw OrganizationProblem.DATE_AHEAD.because();
        }
        String newName = Names.agency(name);
        scope.needForName(by, row.parent(), row.name(), newName);
        agencies.turn(row, newName, null, row.parent(), from);
        long next = agencies.next(agency, version);
        announcement.of(
                new OrganizationEvent.AgencyRenamed(agency, next, row.name(), newName, from, by, clock.instant()));
    }

    /// Ends `agency` after `lastDay`. Refused while an agency stands under it, an officer holds a post
    /// in it, or something of it changes or begins only later.
    @Transactional
    public void end(AgencyId agency, long version, LocalDate lastDay, Actor by) {
        scope.need(by, agency);
        AgencyStore.AgencyRow row = agencies.agency(agency);
        row.needOn(lastDay);
        agencies.needUnchangedSince(row, lastDay);
        int children = agencies.childrenAfter(agency, lastDay);
        if (children > 0) {
            throw OrganizationProblem.AGENCY_STILL_HAS_CHILDREN.because(children);
        }
        int people = agencies.officersAfter(agency, lastDay);
        if (people > 0) {
            throw OrganizationProblem.AGENCY_STILL_HAS_OFFICERS.because(people);
        }
        agencies.needNothingAfter(agency, lastDay);
        agencies.end(agency, lastDay);
        long next = agencies.next(agency, version);
        announcement.of(new OrganizationEvent.AgencyEnded(agency, next, lastDay, by, clock.instant()));
    }

    @Transactional
    public UUID openUnit(AgencyId agency, long version, String name, LocalDate from, Actor by) {
        scope.need(by, agency);
        agencies.agency(agency).needOn(from);
        UUID unit = Uuids.next(clock.instant());
        String clean = Names.agency(name);
        agencies.openUnit(unit, agency, clean, from);
        long next = agencies.next(agency, version);
        announcement.of(new OrganizationEvent.UnitOpened(agency, next, unit, clean, from, by, clock.instant()));
        return unit;
    }

    /// Opens a post in `agency`, inside `unit` or at its top.
    @Transactional
    public PostId openPost(
            AgencyId agency, long version, @Nullable UUID unit, PostKind kind, String title, LocalDate from, Actor by) {
        scope.need(by, agency);
        agencies.agency(agency).needOn(from);
        scope.needToSeat(by, agency, kind, null);
        if (unit != null && !agencies.hasUnit(agency, unit, from)) {
            throw OrganizationProblem.UNIT_ABSENT.because();
        }
        PostId post = new PostId(Uuids.next(clock.instant()));
        String clean = Names.agency(title);
        agencies.openPost(post, agency, unit, kind, clean, from);
        long next = agencies.next(agency, version);
        announcement.of(new OrganizationEvent.PostOpened(agency, next, post, kind, clean, from, by, clock.instant()));
        return post;
    }

    /// Enters somebody who was not an officer yet, into a first and main post.
    @Transactional
    public OfficerId enter(String name, PostId post, LocalDate from, Actor by) {
        return enter(name, post, Period.since(from), by);
    }

    /// The same from a form of its own: sent twice, it enters the person once.
    @Transactional
    public OfficerId enter(UUID form, String name, PostId post, LocalDate from, Actor by) {
        return enter(form, name, post, Period.since(from), by);
    }

    OfficerId enter(String name, PostId post, Period period, Actor by) {
        return enter(null, name, post, period, by);
    }

    private OfficerId enter(@Nullable UUID form, String name, PostId post, Period period, Actor by) {
        OfficerId officer = new OfficerId(Uuids.next(clock.instant()));
        String clean = Names.person(name);
        if (!officers.enter(officer, clean, form)) {
            return officers.entered(form, clean);
        }
        announcement.of(new OrganizationEvent.OfficerEntered(officer, 1, clean, by, clock.instant()));
        place(officer, 1, post, true, period, by);
        return officer;
    }

    /// Lets `officer` hold `post` during `period`. A main post takes the place of the main post before.
    @Transactional
    public UUID place(OfficerId officer, long version, PostId post, boolean main, Period period, Actor by) {
        AgencyStore.PostRow row = agencies.post(post);
        scope.need(by, row.agency());
        scope.needToSeat(by, row.agency(), row.kind(), post);
        agencies.agency(row.agency()).needOn(period.from());
        row.needDuring(period);
        if (main) {
            needMainPost(officer, by);
        }
        UUID holding = Uuids.next(clock.instant());
        officers.place(holding, officer, post, main, period);
        long next = officers.next(officer, version);
        announcement.of(
                new OrganizationEvent.PostTaken(officer, next, holding, post, period.from(), by, clock.instant()));
        return holding;
    }

    /// Another main post takes away the one before, wherever that is.
    private void needMainPost(OfficerId officer, Actor by) {
        officers.mainPost(officer, clock.today())
                .map(agencies::post)
                .filter(before -> !scope.reaches(by, before.agency()))
                .ifPresent(_ -> {
                    throw OrganizationProblem.MAIN_POST_ELSEWHERE.because();
                });
    }

    /// Ends a holding after `lastDay`: from the next day on nothing can be done under that post.
    @Transactional
    public void leave(UUID holding, long officerVersion, LocalDate lastDay, Actor by) {
        OfficerStore.HoldingRow row = officers.holding(holding);
        scope.need(by, agencies.post(row.post()).agency());
        LocalDate end = row.to();
        if (lastDay.isBefore(row.from().minusDays(1)) || (end != null && lastDay.isAfter(end))) {
            throw OrganizationProblem.DATE_INVALID.because(row.from(), lastDay);
        }
        scope.needManagerLeft(holding, lastDay);
        officers.leave(row, lastDay);
        long next = officers.next(row.officer(), officerVersion);
        announcement.of(
                new OrganizationEvent.PostLeft(row.officer(), next, holding, row.post(), lastDay, by, clock.instant()));
    }
}
