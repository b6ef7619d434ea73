package vn.thongsuot.access;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// **Các vai trò.** Which permissions belong together, and to which kinds of posts or single posts they are given. A
/// change counts at the next request, on every node.
@Component
public class Roles {

    private static final int SHORTEST_TITLE = 3;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_CODE = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final RoleStore store;
    private final Managers managers;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Roles(
            RoleStore store,
            Managers managers,
            Directory directory,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.store = store;
        this.managers = managers;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    public List<RoleView> all() {
        return store.all();
    }

    public RoleView find(String code) {
        return store.find(code).orElseThrow(AccessProblem.ROLE_ABSENT::because);
    }

    /// Whether `by` may change roles: they count everywhere.
    public boolean mayChange(Actor by) {
        return managers.reachesEverything(by);
    }

    /// Opens a role without rights, named `title`; its code, which never changes, is made of the title.
    @Transactional
    public String open(String title, RoleReach reach, Actor by) {
        managers.needEverything(by);
        String clean = Normalizer.normalize(title.strip(), Normalizer.Form.NFC).replaceAll("\\s+", " ");
        String code = code(clean);
        if (clean.length() < SHORTEST_TITLE || clean.length() > LONGEST_TITLE || code.length() < SHORTEST_TITLE) {
            throw AccessProblem.ROLE_TITLE.because(LONGEST_TITLE);
        }
        store.insert(code, clean, reach);
        events.publishEvent(new RoleEvent.RoleOpened(code, 1, clean, reach, by, clock.instant()));
        return code;
    }

    /// Gives the role at `version` exactly `permissions` and `reach`.
    @Transactional
    public void change(String code, long version, Set<String> permissions, RoleReach reach, Actor by) {
        managers.needEverything(by);
        RoleView old = find(code);
        Set<String> granted = new TreeSet<>(permissions);
        granted.removeAll(old.permissions());
        Set<String> withdrawn = new TreeSet<>(old.permissions());
        withdrawn.removeAll(permissions);
        if (granted.isEmpty() && withdrawn.isEmpty() && reach == old.reach()) {
            return;
        }
        long next = store.next(code, version, reach);
        store.setPermissions(code, permissions);
        managers.needOneLeft();
        events.publishEvent(new RoleEvent.RoleRightsChanged(
                code, next, List.copyOf(granted), List.copyOf(withdrawn), reach, by, clock.instant()));
    }

    @Transactional
    public void give(String code, long version, PostKind kind, Actor by) {
        long next = step(code, version, by);
        if (!store.addKind(code, kind)) {
            throw AccessProblem.ROLE_GIVEN.because();
        }
        events.publishEvent(new RoleEvent.RoleGivenToKind(code, next, kind, by, clock.instant()));
    }

    @Transactional
    public void take(String code, long version, PostKind kind, Actor by) {
        long next = step(code, version, by);
        if (!store.removeKind(code, kind)) {
            throw AccessProblem.ROLE_NOT_GIVEN.because();
        }
        managers.needOneLeft();
        events.publishEvent(new RoleEvent.RoleTakenFromKind(code, next, kind, by, clock.instant()));
    }

    @Transactional
    public void give(String code, long version, PostId post, Actor by) {
        long next = step(code, version, by);
        if (directory.post(post).isEmpty()) {
            throw AccessProblem.POST_ABSENT.because();
        }
        if (!store.addPost(code, post)) {
            throw AccessProblem.ROLE_GIVEN.because();
        }
        events.publishEvent(new RoleEvent.RoleGivenToPost(code, next, post, by, clock.instant()));
    }

    @Transactional
    public void take(String code, long version, PostId post, Actor by) {
        long next = step(code, version, by);
        if (!store.removePost(code, post)) {
            throw AccessProblem.ROLE_NOT_GIVEN.because();
        }
        managers.needOneLeft();
        events.publishEvent(new RoleEvent.RoleTakenFromPost(code, next, post, by, clock.instant()));
    }

    private long step(String code, long version, Actor by) {
        managers.needEverything(by);
        return store.next(code, version, find(code).reach());
    }

    /// Who has `role` today, once for each post that gives it: by agency's name, then by their own.
    public List<Holder> holders(RoleView role) {
        return directory.members(clock.today()).stream()
                .filter(member -> gives(role, member.post()))
                .map(this::holder)
                .sorted(Comparator.comparing(Holder::agency).thenComparing(Holder::name))
                .toList();
    }

    /// How many {@link #holders} each role has today, by its code.
    public Map<String, Long> holderCounts(List<RoleView> roles) {
        Map<PostView, Long> seats = directory.members(clock.today()).stream()
                .collect(Collectors.groupingBy(Directory.Member::post, Collectors.counting()));
        return roles.stream()
                .collect(Collectors.toMap(
                        RoleView::code,
                        role -> seats.entrySet().stream()
                                .filter(seat -> gives(role, seat.getKey()))
                                .mapToLong(Map.Entry::getValue)
                                .sum()));
    }

    private static boolean gives(RoleView role, PostView post) {
        return role.kinds().contains(post.kind()) || role.posts().contains(post.id());
    }

    /// How many people hold a post of each kind today: what giving a role to it would mean.
    public Map<PostKind, Long> holdersOfKinds() {
        return directory.members(clock.today()).stream()
                .collect(Collectors.groupingBy(
                        member -> member.post().kind(),
                        Collectors.collectingAndThen(
                                Collectors.mapping(member -> member.officer().id(), Collectors.toSet()),
                                people -> (long) people.size())));
    }

    private Holder holder(Directory.Member member) {
        return new Holder(
                member.officer().id(),
                member.officer().name(),
                member.post().id(),
                member.post().title(),
                directory
                        .agency(member.post().agency())
                        .map(AgencyView::shortName)
                        .orElse(""));
    }

    /// `Phụ trách lưu trữ` → `phu-trach-luu-tru`.
    static String code(String title) {
        String plain = MARKS.matcher(Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_CODE));
    }

    /// **Người có vai trò.** An officer who has a role by a post.
    public record Holder(OfficerId officer, String name, PostId post, String title, String agency) {}
}
