package vn.thongsuot.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// Shows a form that changes a calendar, with what the change would do; sends it; shows it again with what was
/// typed and why it was refused.
@Component
class ChangeForms {

    private final Calendars calendars;
    private final Effects effects;
    private final Reasons reasons;

    ChangeForms(Calendars calendars, Effects effects, Reasons reasons) {
        this.calendars = calendars;
        this.effects = effects;
        this.reasons = reasons;
    }

    WorkingCalendar calendar(String id) {
        return calendars.of(new CalendarId(id));
    }

    /// The page of a year after a change.
    static String year(CalendarId calendar, int year, long saved) {
        return "/calendar/" + calendar + "?year=" + year + "&saved=" + saved;
    }

    ModelAndView blank(String page, WorkingCalendar calendar, Typed typed, Locale locale) {
        return show(page, new ChangeView(calendar.id(), calendar.name().in(locale), typed, null, null));
    }

    /// The form with what `change` would make of `calendar`, or why it would be refused.
    ModelAndView preview(
            String page,
            WorkingCalendar calendar,
            Typed typed,
            Locale locale,
            HttpServletResponse response,
            Supplier<WorkingCalendar> change) {
        ChangeView.Effect effect = null;
        String error = null;
        try {
            effect = effects.of(calendar, change.get(), locale);
        } catch (Refusal refused) {
            error = reasons.of(refused, locale, response);
        }
        return show(page, new ChangeView(calendar.id(), calendar.name().in(locale), typed, effect, error));
    }

    /// Does `act`, which answers where to go then; a refusal shows the form again, made for the newest version.
    ModelAndView send(
            String page,
            CalendarId calendar,
            Typed typed,
            Locale locale,
            HttpServletResponse response,
            Supplier<String> act) {
        try {
            return new ModelAndView("redirect:" + act.get());
        } catch (Refusal refused) {
            String why = reasons.of(refused, locale, response);
            WorkingCalendar now = calendars.of(calendar);
            Typed again = typed.instead("version", now.version());
            return show(page, new ChangeView(calendar, now.name().in(locale), again, null, why));
        }
    }

    static ModelAndView show(String page, ChangeView view) {
        return new ModelAndView(page, "view", view);
    }
}
