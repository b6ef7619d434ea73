package vn.thongsuot.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.calendar.Author;
import vn.thongsuot.calendar.CalendarChanges;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.CalendarProblem;
import vn.thongsuot.calendar.Week;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.Text;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// Opens a calendar with hours of its own, for agencies that do not keep the province's.
@Controller
@RequestMapping("/calendars")
@PreAuthorize("denyAll()")
class OpeningController {

    private final CalendarChanges changes;
    private final Reasons reasons;

    OpeningController(CalendarChanges changes, Reasons reasons) {
        this.changes = changes;
        this.reasons = reasons;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('CALENDAR_MANAGE')")
    ModelAndView edit() {
        return show(WeekForm.typed(Week.ORDINARY), null);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('CALENDAR_MANAGE')")
    ModelAndView create(Typed typed, SignedIn person, Locale locale, HttpServletResponse response) {
        try {
            CalendarId id = new CalendarId(typed.text("code"));
            changes.open(
                    id, new Text(typed.text("name"), typed.orNull("nameEn")), WeekForm.read(typed), Author.of(person));
            return new ModelAndView("redirect:/calendar/" + id + "?saved=1");
        } catch (Refusal refused) {
            String why = reasons.of(refused, locale, response);
            if (refused.problem() == CalendarProblem.CALENDAR_ABSENT) {
                // The code typed for the new one is none; nothing is missing here.
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            return show(typed, why);
        }
    }

    private static ModelAndView show(Typed typed, @Nullable String error) {
        return ChangeForms.show("calendar/opening", new ChangeView(null, "", typed, null, error));
    }
}
