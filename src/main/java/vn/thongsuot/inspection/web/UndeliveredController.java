package vn.thongsuot.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.inspection.InspectionProblem;
import vn.thongsuot.inspection.Remit;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Page;
import vn.thongsuot.shared.Undelivered;
import vn.thongsuot.shared.UndeliveredEvent;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.Forms;
import vn.thongsuot.shared.web.Typed;

/// What modules did not hear of each other, and a person's decision about what the platform gave up on.
@Controller
@RequestMapping(UndeliveredController.PATH)
@PreAuthorize("denyAll()")
class UndeliveredController {

    static final String PATH = "/inspection/undelivered";

    private final Undelivered undelivered;
    private final Remit remit;
    private final LogLines words;
    private final Forms forms;

    UndeliveredController(Undelivered undelivered, Remit remit, LogLines words, Forms forms) {
        this.undelivered = undelivered;
        this.remit = remit;
        this.words = words;
        this.forms = forms;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('UNDELIVERED_DECIDE')")
    ModelAndView index(@RequestParam(required = false) @Nullable String after, Actor by, Locale locale) {
        need(by);
        Page<UndeliveredEvent> page = undelivered.list(after);
        return new ModelAndView(
                "inspection/undelivered",
                "view",
                new UndeliveredView(page.map(event -> line(event, locale)).items(), page.next(), after == null));
    }

    @PostMapping("/{id}/retry")
    @PreAuthorize("hasAuthority('UNDELIVERED_DECIDE')")
    ModelAndView retry(@PathVariable UUID id, Actor by) {
        need(by);
        undelivered.retry(id, by);
        return new ModelAndView("redirect:" + PATH);
    }

    @GetMapping("/{id}/drop")
    @PreAuthorize("hasAuthority('UNDELIVERED_DECIDE')")
    ModelAndView edit(@PathVariable UUID id, Actor by, Locale locale) {
        need(by);
        return forms.show(form(id, Typed.nothing(), locale));
    }

    @PostMapping("/{id}/drop")
    @PreAuthorize("hasAuthority('UNDELIVERED_DECIDE')")
    ModelAndView drop(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        need(by);
        return forms.send(form(id, typed, locale), locale, response, () -> {
            undelivered.drop(id, typed.text("reason"), by);
            return PATH;
        });
    }

    private FormView form(UUID id, Typed typed, Locale locale) {
        return new FormView(
                new FormView.Root(PATH, "inspection.undelivered.title"),
                "inspection.undelivered.drop.title",
                line(undelivered.find(id), locale).did(),
                PATH + "/" + id + "/drop",
                "inspection.undelivered.drop.submit",
                PATH,
                List.of(FormView.Field.of(
                                "reason", FormView.Kind.TEXT, "inspection.undelivered.drop.reason", typed, true)
                        .hint("inspection.undelivered.drop.hint")));
    }

    private UndeliveredView.Line line(UndeliveredEvent event, Locale locale) {
        return new UndeliveredView.Line(event, words.event(event.source() + "." + shortName(event.event()), locale));
    }

    /// `AccessEvent.AccountOpened` → `AccountOpened`.
    private static String shortName(String event) {
        return event.substring(event.lastIndexOf('.') + 1);
    }

    private void need(Actor by) {
        if (!remit.decides(by)) {
            throw InspectionProblem.OUTSIDE_YOUR_INSPECTION.because();
        }
    }
}
