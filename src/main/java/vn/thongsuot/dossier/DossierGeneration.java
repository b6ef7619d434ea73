package vn.thongsuot.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.calendar.WorkingMoments;
import vn.thongsuot.dossier.DossierView.FileKind;
import vn.thongsuot.organization.PersonNames;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Chances;
import vn.thongsuot.shared.DemonstrationPart.Progress;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.GeneratedData;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Uuids;

/// Makes up a year of dossiers of the communes, day by day: most went well, some were late, refused, sent back or taken
/// back, and those of the last days are under way. The first commune of the directory has the most, the n-th an n-th of
/// that.
@Component
class DossierGeneration implements GeneratedData {

    private static final DateTimeFormatter CODE_DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final Actor BY = new Actor.Job("generation");
    private static final int AT_ONCE = 2_000;
    private static final int NINE_DIGITS = 1_000_000_000;

    private final Desks desks;
    private final MadePapers papers;
    private final DossierBulk bulk;
    private final Calendars calendars;
    private final BusinessClock clock;

    DossierGeneration(Desks desks, MadePapers papers, DossierBulk bulk, Calendars calendars, BusinessClock clock) {
        this.desks = desks;
        this.papers = papers;
        this.bulk = bulk;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "dossiers";
    }

    @Override
    public void make(int count, long seed, Progress progress) {
        Instant now = clock.instant();
        LocalDate today = clock.today();
        LocalDate since = today.minusYears(1);
        Chances chances = new Chances(seed);
        Draw draw = new Draw(
                chances,
                new WorkingMoments(calendars.of(CalendarId.PROVINCE), chances),
                new PersonNames(chances.random()),
                desks.since(since),
                papers.procedures(),
                now);
        if (draw.desks().isEmpty() || draw.procedures().isEmpty()) {
            throw DossierProblem.PROCEDURE_INCOMPLETE.because("");
        }
        List<LocalDate> days = draw.moments().days(since, today.minusDays(1));
        int done = 0;
        for (int index = 0; index < days.size(); index++) {
            int until = (int) ((long) count * (index + 1) / days.size());
            for (int left = until - done; left > 0; left -= AT_ONCE) {
                int part = Math.min(left, AT_ONCE);
                bulk.write(rows(draw, days.get(index), part));
                done += part;
                progress.at(done, count);
            }
        }
        bulk.finish(new GenerationEvent.DossiersMade(Uuids.next(now), 1, count, seed, BY, now));
    }

    private record Draw(
            Chances chances,
            WorkingMoments moments,
            PersonNames names,
            List<Desk> desks,
            List<MadePapers.Whole> procedures,
            Instant now) {}

    private DossierBulk.Rows rows(Draw draw, LocalDate day, int count) {
        List<Desk> receivers = Stream.generate(() -> draw.chances().ranked(draw.desks()))
                .limit(count)
                .toList();
        List<Instant> receptions = Stream.generate(() -> draw.moments().on(day))
                .limit(count)
                .sorted()
                .toList();
        Map<AgencyId, Integer> numbers =
                bulk.firstNumbers(receivers.stream().map(Desk::agency).toList(), day);
        DossierBulk.Rows rows = new DossierBulk.Rows();
        for (int i = 0; i < count; i++) {
            Desk desk = receivers.get(i);
            int number = numbers.merge(desk.agency(), 1, Integer::sum) - 1;
            add(rows, draw, desk, desk.code(receptions.get(i), CODE_DAY.format(day), number), receptions.get(i));
        }
        return rows;
    }

    private void add(DossierBulk.Rows rows, Draw draw, Desk desk, String code, Instant received) {
        MadePapers.Whole whole = draw.chances().of(draw.procedures());
        ProcedureParts parts = whole.parts();
        Deadline deadline = desk.deadline(received, parts.limit());
        Dossier dossier =
                new Dossier(new DossierId(Uuids.next(received)), desk.agency(), 1, DossierStatus.RECEIVED, null, null);
        List<ProcedureParts.Component> asked = MadePapers.asked(parts);
        int kept = (int) asked.stream().filter(MadePapers::kept).count();
        MadeDossier made = new MadeDossier(dossier, deadline, draw.chances(), draw.moments(), draw.now());
        made.events.add(new DossierEvent.Received(
                dossier.id,
                1,
                code,
                whole.procedure().code(),
                desk.agency(),
                deadline.due(),
                kept,
                desk.counter(),
                received));
        made.live(desk, parts);
        rows.dossiers().add(row(made, whole, code, desk, draw, kept));
        IntStream.range(0, asked.size())
                .mapToObj(i -> component(dossier.id, i + 1, asked.get(i)))
                .forEach(rows.components()::add);
        asked.stream()
                .filter(MadePapers::kept)
                .forEach(component -> rows.files().add(papers.scan(dossier.id, component, received)));
        made.events.forEach(event -> rows.acts().add(act(event)));
        Instant signed = dossier.signed();
        if (signed != null || dossier.status() == DossierStatus.AWAITING_SIGNATURE) {
            rows.files()
                    .add(papers.result(
                            dossier.id,
                            whole.procedure(),
                            signed == null ? FileKind.DRAFT : FileKind.RESULT,
                            signed == null ? made.events.getLast().at() : signed));
        }
        rows.events()
                .add(new GenerationEvent.DossierMade(
                        dossier.id,
                        dossier.version(),
                        code,
                        whole.procedure().code(),
                        desk.agency(),
                        dossier.status(),
                        BY,
                        draw.now()));
    }

    private static DossierBulk.DossierRow row(
            MadeDossier made, MadePapers.Whole whole, String code, Desk desk, Draw draw, int kept) {
        Dossier dossier = made.dossier;
        Instant received = made.events.getFirst().at();
        Deadline deadline = made.deadline();
        ProcedureParts parts = whole.parts();
        String name = draw.names().next();
        return new DossierBulk.DossierRow(
                dossier.id.value(),
                dossier.version(),
                code,
                whole.procedure().code().value(),
                whole.procedure().version(),
                desk.agency().value(),
                dossier.status().name(),
                Channel.DIRECT.name(),
                name,
                Folded.of(name).plain(),
                // No province has the code 000: nobody's number.
                "%012d".formatted(draw.chances().random().nextInt(NINE_DIGITS)),
                null,
                null,
                received,
                desk.counter().officer().value(),
                deadline.calendar().value(),
                deadline.version(),
                parts.limit().amount(),
                parts.limit().unit().name(),
                parts.limit().cutOff(),
                deadline.due(),
                handler(dossier),
                dossier.ended(),
                deadline.received(),
                dossier.supplementAsked(),
                dossier.supplementDone(),
                dossier.signed(),
                kept);
    }

    private static @Nullable UUID handler(Dossier dossier) {
        OfficerId handler = dossier.handler();
        return handler == null ? null : handler.value();
    }

    private static DossierBulk.ComponentRow component(
            DossierId dossier, int position, ProcedureParts.Component component) {
        return new DossierBulk.ComponentRow(
                dossier.value(),
                position,
                component.code(),
                component.name(),
                component.handling().name(),
                false);
    }

    private static DossierBulk.ActRow act(DossierEvent event) {
        Actor.Officer by = (Actor.Officer) event.by();
        String reason = switch (event) {
            case DossierEvent.SupplementAsked asked -> asked.reason();
            case DossierEvent.Stopped stopped -> stopped.reason();
            case DossierEvent.SentBack back -> back.reason();
            case DossierEvent.Refused refused -> refused.reason();
            case DossierEvent.Withdrawn withdrawn -> withdrawn.reason();
            case DossierEvent.Received _,
                    DossierEvent.Taken _,
                    DossierEvent.SupplementReceived _,
                    DossierEvent.ResultProposed _,
                    DossierEvent.ResultSigned _,
                    DossierEvent.Returned _ -> null;
        };
        return new DossierBulk.ActRow(
                event.dossier().value(),
                event.version(),
                event.getClass().getSimpleName(),
                by.officer().value(),
                by.post().value(),
                event.at(),
                reason);
    }
}
