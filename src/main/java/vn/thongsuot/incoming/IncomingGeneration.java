package vn.thongsuot.incoming;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.WorkingMoments;
import vn.thongsuot.exchange.ArrivalId;
import vn.thongsuot.exchange.ArrivalView;
import vn.thongsuot.exchange.DeliveryState;
import vn.thongsuot.exchange.Letter;
import vn.thongsuot.exchange.MadeArrivals;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Chances;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.Holders;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Uuids;

/// Registers, assigns and handles made-up letters: most were done in time, some lie there still.
@Component
class IncomingGeneration implements MadeArrivals {

    private static final Actor BY = new Actor.Job("generation");

    private final IncomingBulk bulk;
    private final Directory directory;
    private final Holders holders;
    private final Calendars calendars;
    private final BusinessClock clock;
    private volatile Map<AgencyId, MadeIncoming.Registry> registries = Map.of();

    IncomingGeneration(
            IncomingBulk bulk, Directory directory, Holders holders, Calendars calendars, BusinessClock clock) {
        this.bulk = bulk;
        this.directory = directory;
        this.holders = holders;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public List<AgencyId> receivers() {
        Map<AgencyId, MadeIncoming.Registry> found = registries();
        registries = found;
        return List.copyOf(found.keySet());
    }

    /// Agencies with a clerk, a leader who assigns, and somebody to assign to.
    private Map<AgencyId, MadeIncoming.Registry> registries() {
        Map<AgencyId, MadeIncoming.Registry> all = new LinkedHashMap<>();
        directory.roots(clock.today()).stream()
                .flatMap(root -> directory.withDescendants(root.id(), clock.today()).stream())
                .map(AgencyView::id)
                .forEach(agency -> registry(agency).ifPresent(found -> all.put(agency, found)));
        return all;
    }

    private Optional<MadeIncoming.Registry> registry(AgencyId agency) {
        List<Actor.Officer> clerks = officers(IncomingPermission.INCOMING_REGISTER, agency);
        List<Actor.Officer> leaders = officers(IncomingPermission.INCOMING_ASSIGN, agency);
        List<Actor.Officer> officers = officers(IncomingPermission.INCOMING_VIEW, agency);
        return clerks.isEmpty() || leaders.isEmpty() || officers.isEmpty()
                ? Optional.empty()
                : Optional.of(new MadeIncoming.Registry(clerks.getFirst(), leaders.getFirst(), officers));
    }

    private List<Actor.Officer> officers(IncomingPermission permission, AgencyId agency) {
        return holders.of(permission, agency).stream()
                .map(holder -> holder.madeUp(agency))
                .toList();
    }

    @Override
    public Map<ArrivalId, DeliveryState> receive(List<ArrivalView> arrivals, Chances chances) {
        Instant now = clock.instant();
        WorkingMoments moments = new WorkingMoments(calendars.of(CalendarId.PROVINCE), chances);
        Map<AgencyId, MadeIncoming.Registry> found = new HashMap<>(registries);
        List<MadeIncoming> made = arrivals.stream()
                .map(arrival -> new MadeIncoming(
                        arrival,
                        found.computeIfAbsent(
                                arrival.receiver(), agency -> registry(agency).orElseThrow()),
                        chances,
                        moments,
                        now))
                .toList();
        number(made);
        bulk.write(
                made.stream().map(IncomingGeneration::row).toList(),
                made.stream().flatMap(one -> files(one).stream()).toList(),
                made.stream()
                        .flatMap(one -> one.events.stream())
                        .map(IncomingGeneration::act)
                        .toList(),
                made.stream().map(one -> event(one, now)).toList());
        Map<ArrivalId, DeliveryState> states = new HashMap<>();
        made.forEach(one -> states.put(one.arrival.id(), state(one.document.status())));
        return states;
    }

    /// In the order in which they were registered.
    private void number(List<MadeIncoming> made) {
        List<MadeIncoming> registered = made.stream()
                .filter(one -> one.registered() != null)
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.registered())))
                .toList();
        Map<IncomingBulk.Book, Integer> numbers = new HashMap<>(bulk.firstNumbers(
                registered.stream().map(IncomingGeneration::book).toList()));
        registered.forEach(one -> one.register(numbers.merge(book(one), 1, Integer::sum) - 1));
    }

    private static IncomingBulk.Book book(MadeIncoming made) {
        return new IncomingBulk.Book(made.document.agency, year(Objects.requireNonNull(made.registered())));
    }

    private static int year(Instant at) {
        return LocalDate.ofInstant(at, BusinessClock.ZONE).getYear();
    }

    private static DeliveryState state(IncomingStatus status) {
        return switch (status) {
            case ARRIVED -> DeliveryState.ARRIVED;
            case REGISTERED -> DeliveryState.REGISTERED;
            case ASSIGNED -> DeliveryState.ASSIGNED;
            case HANDLING -> DeliveryState.HANDLING;
            case DONE -> DeliveryState.DONE;
            case REFUSED -> DeliveryState.REFUSED;
            case RECALLED -> DeliveryState.RECALLED;
        };
    }

    private static GenerationEvent event(MadeIncoming made, Instant now) {
        return new GenerationEvent.IncomingMade(
                made.document.id,
                made.document.version(),
                made.arrival.id(),
                made.document.agency,
                made.arrival.letter().code(),
                made.document.status(),
                BY,
                now);
    }

    private static IncomingBulk.DocumentRow row(MadeIncoming made) {
        Letter letter = made.arrival.letter();
        Instant registered = made.registered();
        OfficerId handler = made.document.handler();
        return new IncomingBulk.DocumentRow(
                made.document.id.value(),
                made.document.version(),
                made.arrival.id().value(),
                made.arrival.receiver().value(),
                made.arrival.sender().value(),
                made.document.status().name(),
                letter.code(),
                letter.issued(),
                letter.type(),
                letter.subject(),
                Folded.of(letter.subject()).plain(),
                letter.urgency().name(),
                IncomingStore.signer(letter.signer()),
                made.arrival.arrived(),
                registered == null ? null : Integer.valueOf(year(registered)),
                made.document.number(),
                registered,
                handler == null ? null : handler.value());
    }

    private static List<IncomingBulk.FileRow> files(MadeIncoming made) {
        List<IncomingBulk.FileRow> files = new ArrayList<>();
        for (Letter.Attachment attachment : made.arrival.letter().attachments()) {
            files.add(new IncomingBulk.FileRow(
                    Uuids.next(made.arrival.arrived()),
                    made.document.id.value(),
                    attachment.name(),
                    attachment.hash().value()));
        }
        return files;
    }

    private static IncomingBulk.ActRow act(IncomingEvent event) {
        String reason = switch (event) {
            case IncomingEvent.Refused refused -> refused.reason();
            case IncomingEvent.Assigned assigned -> assigned.direction();
            case IncomingEvent.Kept kept -> kept.reason();
            case IncomingEvent.Arrived _,
                    IncomingEvent.Registered _,
                    IncomingEvent.Started _,
                    IncomingEvent.Finished _,
                    IncomingEvent.GivenBack _,
                    IncomingEvent.AskedBack _ -> null;
        };
        @Nullable UUID officer = null;
        @Nullable UUID post = null;
        if (event.by() instanceof Actor.Officer by) {
            officer = by.officer().value();
            post = by.post().value();
        }
        return new IncomingBulk.ActRow(
                event.document().value(),
                event.version(),
                event.getClass().getSimpleName(),
                officer,
                post,
                event.at(),
                reason);
    }
}
