package vn.thongsuot.calendar.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.shared.Text;
import vn.thongsuot.shared.Words;

/// The chain of reasons of a deadline, link by link in words.
record ReasonChain(Words words, Locale locale) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    List<DeadlineView.Link> of(Deadline deadline) {
        return deadline.reasons().stream().map(this::link).toList();
    }

    private DeadlineView.Link link(Deadline.Reason reason) {
        Text source = reason.source();
        return new DeadlineView.Link(
                switch (reason.why().mark()) {
                    case PASSED_OVER -> "c-skip";
                    case COUNTED -> "c-hit";
                    case END -> "c-end";
                },
                when(reason),
                reason.text(words, locale),
                source == null ? null : source.in(locale),
                reason.confirmed());
    }

    private static String when(Deadline.Reason reason) {
        LocalDate until = reason.until();
        if (reason.why().moment()) {
            return MOMENT.format(reason.from());
        }
        if (until == null) {
            return DAY.format(reason.from());
        }
        boolean sameYear = until.getYear() == reason.from().getYear();
        return (sameYear ? SHORT : DAY).format(reason.from()) + " – " + DAY.format(until);
    }
}
