package vn.thongsuot.inspection.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.audit.Trail;
import vn.thongsuot.audit.TrailDetail;
import vn.thongsuot.audit.TrailEntry;
import vn.thongsuot.inspection.InspectionProblem;
import vn.thongsuot.inspection.Remit;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;

/// One entry of the log with everything it holds. Opening it leaves a trace of its own.
@Controller
@RequestMapping(LogController.PATH + "/{id}")
@PreAuthorize("denyAll()")
class LogEntryController {

    private final Trail trail;
    private final Remit remit;
    private final LogLines lines;
    private final LogValues values;

    LogEntryController(Trail trail, Remit remit, LogLines lines, LogValues values) {
        this.trail = trail;
        this.remit = remit;
        this.lines = lines;
        this.values = values;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('AUDIT_VIEW')")
    ModelAndView show(@PathVariable UUID id, Actor auditor, Locale locale) {
        if (!remit.reaches(auditor, trail.entry(id).by().agency())) {
            throw InspectionProblem.OUTSIDE_YOUR_INSPECTION.because();
        }
        TrailDetail detail = trail.open(id, auditor);
        TrailEntry entry = detail.entry();
        OfficerId person = entry.by().officer();
        return new ModelAndView(
                "inspection/entry",
                "view",
                new LogEntryView(
                        lines.line(entry, locale),
                        entry.version(),
                        detail.data().stream()
                                .map(value -> new LogEntryView.Value(
                                        values.field(value.name(), locale),
                                        values.of(value.name(), value.text(), locale)))
                                .toList(),
                        detail.personal().stream()
                                .map(value -> personal(value, locale))
                                .toList(),
                        detail.body(),
                        new LogQuery(Map.of(
                                        "kind",
                                        entry.thing().kind(),
                                        "thing",
                                        entry.thing().id()))
                                .href(LogController.PATH, null),
                        person == null
                                ? null
                                : new LogQuery(Map.of("person", person.toString())).href(LogController.PATH, null)));
    }

    private LogEntryView.Personal personal(TrailDetail.PersonalValue value, Locale locale) {
        String text = value.text();
        String state = switch (value.state()) {
            case VISIBLE -> null;
            case ERASED -> "inspection.personal.erased";
            case ABSENT -> "inspection.personal.absent";
            case ALTERED -> "inspection.personal.altered";
        };
        return new LogEntryView.Personal(
                values.field(value.name(), locale), text == null ? null : values.of(value.name(), text, locale), state);
    }
}
