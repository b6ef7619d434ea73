package vn.thongsuot.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.SharedProblem;

/// Which working day of the demonstration is played next (`bin/day`), by whom, and a session for each: for programs on
/// this machine only.
/// In production this controller does not exist.
@RestController
@RequestMapping(path = "/api/demonstration", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("denyAll()")
@ConditionalOnProperty(name = "thongsuot.demonstration", havingValue = "true", matchIfMissing = true)
class CastController {

    private static final int MOST = 110;
    private static final Set<PostKind> PARTS =
            Set.of(PostKind.ONE_STOP_OFFICER, PostKind.SPECIALIST, PostKind.CHAIRMAN, PostKind.CLERK);

    private final Accounts accounts;
    private final Directory directory;
    private final Entrance entrance;
    private final BusinessClock clock;
    private final Calendars calendars;

    CastController(
            Accounts accounts, Directory directory, Entrance entrance, BusinessClock clock, Calendars calendars) {
        this.accounts = accounts;
        this.directory = directory;
        this.entrance = entrance;
        this.clock = clock;
        this.calendars = calendars;
    }

    /// The next working day by the calendar of the province.
    @GetMapping("/day")
    @PreAuthorize("permitAll()")
    DayToPlay day(HttpServletRequest request) {
        ThisMachine.need(request);
        return DayToPlay.after(clock.now().toLocalDateTime(), calendars.of(CalendarId.PROVINCE));
    }

    /// Communes where every part can be played, by sign-in name; in the directory's order.
    @GetMapping("/cast")
    @PreAuthorize("permitAll()")
    Cast index(@RequestParam(defaultValue = "8") int agencies, HttpServletRequest request) {
        ThisMachine.need(request);
        if (agencies < 1 || agencies > MOST) {
            throw SharedProblem.FIELD_INVALID.because("agencies");
        }
        LocalDate today = clock.today();
        return new Cast(directory.roots(today).stream()
                .flatMap(root -> directory.withDescendants(root.id(), today).stream())
                .filter(agency -> agency.level() == AgencyLevel.COMMUNE)
                .flatMap(agency -> company(agency, today).stream())
                .limit(agencies)
                .toList());
    }

    private Optional<Company> company(AgencyView agency, LocalDate day) {
        Optional<Player> counter = player(agency, PostKind.ONE_STOP_OFFICER, day);
        Optional<Player> officer = player(agency, PostKind.SPECIALIST, day);
        Optional<Player> signer = player(agency, PostKind.CHAIRMAN, day);
        Optional<Player> clerk = player(agency, PostKind.CLERK, day);
        return Stream.of(counter, officer, signer, clerk).allMatch(Optional::isPresent)
                ? Optional.of(new Company(
                        agency.id().value(),
                        agency.shortName(),
                        counter.orElseThrow(),
                        officer.orElseThrow(),
                        signer.orElseThrow(),
                        clerk.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Player> player(AgencyView agency, PostKind kind, LocalDate day) {
        return directory.members(agency.id(), day).stream()
                .filter(member -> member.post().kind() == kind)
                .flatMap(member -> accounts.findByOfficer(member.officer().id()).stream()
                        .map(account ->
                                new Player(account.name(), member.officer().name())))
                .findFirst();
    }

    /// Lets a program in as `user`, with the cookie of a session.
    @PostMapping(path = "/sessions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    Entered create(@RequestBody Wanted wanted, HttpServletRequest request) {
        ThisMachine.need(request);
        String user = wanted.user();
        if (user == null) {
            throw SharedProblem.FIELD_INVALID.because("user");
        }
        AccountView account = accounts.findByName(user).orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
        if (!plays(account)) {
            throw SharedProblem.NOT_ALLOWED.because();
        }
        entrance.enter(request, account, "demonstration", "/");
        return new Entered(account.name());
    }

    /// Only people of counters, offices and committees: nobody who administers or watches over others.
    private boolean plays(AccountView account) {
        OfficerId officer = account.officer();
        return officer != null
                && directory.holdings(officer).stream()
                        .filter(holding -> holding.period().on(clock.today()))
                        .flatMap(holding -> directory.post(holding.post()).stream())
                        .allMatch(post -> PARTS.contains(post.kind()));
    }

    record Entered(String user) {}

    record Wanted(@Nullable String user) {}

    record Cast(List<Company> items) {}

    /// @param counter receives dossiers and returns results
    /// @param officer handles dossiers, drafts documents and handles those that come in
    /// @param signer signs both, and says who handles what comes in
    /// @param clerk numbers, issues and registers documents
    record Company(UUID agency, String name, Player counter, Player officer, Player signer, Player clerk) {}

    /// @param user the sign-in name
    record Player(String user, String name) {}
}
