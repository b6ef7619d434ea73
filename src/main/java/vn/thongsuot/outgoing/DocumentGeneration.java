package vn.thongsuot.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.WorkingMoments;
import vn.thongsuot.exchange.MadeExchange;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Chances;
import vn.thongsuot.shared.DemonstrationPart.Progress;
import vn.thongsuot.shared.GeneratedData;

/// Makes up a year of documents that agencies send each other, day by day: about one in four is a document that goes
/// out, the others are what its receivers got. The first agency of the directory receives the most, the n-th an n-th of
/// that.
@Component
class DocumentGeneration implements GeneratedData {

    private static final int AT_ONCE = 500;
    /// How many documents there are for each that goes out: itself, and what its receivers got.
    private static final int EACH = 4;

    private static final int MOST_RECEIVERS = 6;
    private static final double URGENT = 8;

    private final Bureaus bureaus;
    private final MadeSending sending;
    private final MadeExchange exchange;
    private final Calendars calendars;
    private final BusinessClock clock;

    DocumentGeneration(
            Bureaus bureaus, MadeSending sending, MadeExchange exchange, Calendars calendars, BusinessClock clock) {
        this.bureaus = bureaus;
        this.sending = sending;
        this.exchange = exchange;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "documents";
    }

    @Override
    public void make(int count, long seed, Progress progress) {
        LocalDate today = clock.today();
        Chances chances = new Chances(seed);
        Draw draw = new Draw(
                chances,
                new WorkingMoments(calendars.of(CalendarId.PROVINCE), chances),
                new MadeSubjects(chances),
                bureaus.all(),
                exchange.receivers(),
                clock.instant());
        if (draw.bureaus().isEmpty() || draw.receivers().size() < 2) {
            throw OutgoingProblem.RECEIVER_MISSING.because();
        }
        List<LocalDate> days = draw.moments().days(today.minusYears(1), today.minusDays(1));
        int done = 0;
        for (int index = 0; index < days.size(); index++) {
            int until = (int) ((long) count * (index + 1) / days.size());
            while (done < until) {
                done += send(draw, days.get(index), until - done);
                progress.at(done, count);
            }
        }
    }

    private record Draw(
            Chances chances,
            WorkingMoments moments,
            MadeSubjects subjects,
            List<MadeOutgoing.Bureau> bureaus,
            List<AgencyId> receivers,
            Instant now) {}

    /// At most `left` documents, those that come in among them; how many.
    private int send(Draw draw, LocalDate day, int left) {
        List<MadeOutgoing> made = new ArrayList<>();
        int most = Math.min(AT_ONCE, Math.max(1, left / EACH));
        int possible = 0;
        while (made.size() < most && possible < left) {
            MadeOutgoing one = one(draw, day, left - possible - 1);
            possible += 1 + one.said.receivers().size();
            made.add(one);
        }
        sending.send(made, draw.chances(), draw.now());
        return made.stream()
                .mapToInt(one ->
                        1 + (one.issued() == null ? 0 : one.said.receivers().size()))
                .sum();
    }

    private static MadeOutgoing one(Draw draw, LocalDate day, int mostReceivers) {
        Chances chances = draw.chances();
        MadeOutgoing.Bureau bureau = chances.of(draw.bureaus());
        DocumentType type = draw.subjects().type();
        Set<AgencyId> receivers = new LinkedHashSet<>();
        int wanted = Math.min(
                chances.from(1, MOST_RECEIVERS),
                Math.min(mostReceivers, draw.receivers().size()));
        while (receivers.size() < wanted) {
            receivers.add(chances.ranked(draw.receivers()));
        }
        receivers.remove(bureau.agency());
        return new MadeOutgoing(
                bureau,
                new MadeOutgoing.Said(
                        type,
                        bureau.notation(type),
                        draw.subjects().next(day.getYear()),
                        chances.in(URGENT) ? Urgency.URGENT : Urgency.NORMAL,
                        List.copyOf(receivers)),
                draw.moments().on(day),
                chances,
                draw.moments(),
                draw.now());
    }
}
