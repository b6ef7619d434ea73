package vn.thongsuot.dossier.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.dossier.DossierStatus;
import vn.thongsuot.dossier.DossierView;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Words;

/// Says how a dossier stands with its deadline, and why that is when it is.
@Component
class DueWords {

    private final Calendars calendars;
    private final Words words;
    private final BusinessClock clock;

    DueWords(Calendars calendars, Words words, BusinessClock clock) {
        this.calendars = calendars;
        this.words = words;
        this.clock = clock;
    }

    String word(Locale locale, String key) {
        return words.of(locale, key);
    }

    boolean late(DossierView dossier) {
        return dossier.late(clock.instant());
    }

    /// `còn 3 giờ làm việc`, `quá hạn 2 giờ làm việc`, `đúng hạn` for what ended in time.
    String left(DossierView dossier, Locale locale) {
        if (dossier.status() == DossierStatus.AWAITING_SUPPLEMENT) {
            return words.of(locale, "dossier.paused");
        }
        Instant done = dossier.done();
        Instant now = (done == null ? clock.instant() : done).truncatedTo(ChronoUnit.MINUTES);
        WorkingCalendar calendar = calendars.of(dossier.calendar());
        if (late(dossier)) {
            return words.of(
                    locale, "dossier.late", calendar.between(dossier.due(), now).text(words, locale));
        }
        return done != null
                ? words.of(locale, "dossier.in-time")
                : words.of(
                        locale,
                        "dossier.left",
                        calendar.between(now, dossier.due()).text(words, locale));
    }

    /// The chain of reasons, by the calendar as it was when the dossier was received.
    List<Deadline.Line> chain(DossierView dossier, Locale locale) {
        return calendars
                .of(dossier.calendar(), dossier.calendarVersion())
                .deadline(dossier.counted(), dossier.limit())
                .lines(words, locale);
    }
}
