package vn.thongsuot.access.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thongsuot.access.Roles;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.HoldingView;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.web.Typed;

/// Finds the person a form is to name: by name, and before anything was typed, the colleagues who lead.
@Component
class Colleagues {

    private static final int SHOWN = 12;
    private static final int LOOKED_AT = 400;

    private final Directory directory;
    private final BusinessClock clock;

    Colleagues(Directory directory, BusinessClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /// At most twelve people whom `wanted` lets through, those of one's own agency first. Whoever was chosen stays in
    /// the list.
    PersonChoice choice(Typed typed, Actor by, Predicate<OfficerId> wanted) {
        String query = typed.text("q");
        Stream<OfficerView> found =
                query.isEmpty() ? leaders(by) : directory.searchOfficers(query, clock.today(), LOOKED_AT).stream();
        String chosen = typed.text("person");
        Stream<OfficerView> kept = directory.officers(clock.today()).stream()
                .filter(officer -> officer.id().toString().equals(chosen));
        Stream<OfficerView> nearFirst = found.sorted(Comparator.comparing(officer -> !near(officer.id(), by)));
        List<OfficerView> all = Stream.concat(kept, nearFirst)
                .distinct()
                .filter(officer -> wanted.test(officer.id()))
                .limit(SHOWN + 1L)
                .toList();
        List<PersonChoice.Person> people = all.stream()
                .limit(SHOWN)
                .map(officer -> new PersonChoice.Person(officer.id().toString(), officer.name(), posts(officer.id())))
                .toList();
        return new PersonChoice(query, people, chosen, all.size() > SHOWN);
    }

    /// Whether `officer` holds a post in the agency that `by` acts for.
    private boolean near(OfficerId officer, Actor by) {
        return by instanceof Actor.Officer acting
                && directory.holdings(officer).stream()
                        .filter(holding -> holding.period().on(clock.today()))
                        .flatMap(holding -> directory.post(holding.post()).stream())
                        .anyMatch(post -> post.agency().equals(acting.agency()));
    }

    /// `Văn thư, Văn phòng UBND tỉnh; …`.
    String posts(OfficerId officer) {
        return directory.holdings(officer).stream()
                .filter(holding -> holding.period().on(clock.today()))
                .map(HoldingView::post)
                .flatMap(post -> directory.post(post).stream())
                .map(post -> post.title() + ", " + agency(post))
                .collect(Collectors.joining("; "));
    }

    /// The officer's name; empty for nobody.
    String name(OfficerId officer) {
        return directory.officer(officer).map(OfficerView::name).orElse("");
    }

    /// `Văn thư · Văn phòng UBND tỉnh`.
    String line(PostId post) {
        return directory
                .post(post)
                .map(one -> one.title() + " · " + agency(one))
                .orElse(post.toString());
    }

    /// The posts of people whose name answers `query`.
    List<Roles.Holder> found(String query) {
        return directory.searchOfficers(query, clock.today(), SHOWN).stream()
                .flatMap(officer -> directory.holdings(officer.id()).stream()
                        .filter(holding -> holding.period().on(clock.today()))
                        .flatMap(holding -> directory.post(holding.post()).stream())
                        .map(post ->
                                new Roles.Holder(officer.id(), officer.name(), post.id(), post.title(), agency(post))))
                .toList();
    }

    private String agency(PostView post) {
        return directory.agency(post.agency()).map(AgencyView::shortName).orElse("");
    }

    private Stream<OfficerView> leaders(Actor by) {
        return by instanceof Actor.Officer officer
                ? directory.members(officer.agency(), clock.today()).stream()
                        .filter(member -> member.post().kind().leads())
                        .map(Directory.Member::officer)
                : Stream.empty();
    }
}
