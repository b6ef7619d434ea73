package vn.thongsuot.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.shared.Refusal;

/// **Gửi biểu mẫu.** Shows a form; sends it; shows it again with what was typed and why it was refused.
@Component
public final class Forms {

    private final Reasons reasons;

    Forms(Reasons reasons) {
        this.reasons = reasons;
    }

    public ModelAndView show(FormView form) {
        return new ModelAndView("shared/form", "view", form);
    }

    /// Does `act`, which answers where to go then; a refusal shows `form` again.
    public ModelAndView send(FormView form, Locale locale, HttpServletResponse response, Supplier<String> act) {
        try {
            return new ModelAndView("redirect:" + act.get());
        } catch (Refusal refused) {
            return show(form.refused(reasons.of(refused, locale, response), refused.field()));
        }
    }
}
