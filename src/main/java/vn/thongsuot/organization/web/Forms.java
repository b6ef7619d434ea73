package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;

/// Shows a form; sends it; shows it again with what was typed and why it was refused.
@Component
class Forms {

    private final Reasons reasons;
    private final Directory directory;

    Forms(Reasons reasons, Directory directory) {
        this.reasons = reasons;
        this.directory = directory;
    }

    ModelAndView show(FormView form) {
        return new ModelAndView("organization/form", "view", form);
    }

    /// Does `act`, which answers where to go then; a refusal shows `form` again.
    ModelAndView send(FormView form, Locale locale, HttpServletResponse response, Supplier<String> act) {
        try {
            return new ModelAndView("redirect:" + act.get());
        } catch (Refusal refused) {
            return show(form.refused(reasons.of(refused, locale, response)));
        }
    }

    AgencyView agency(AgencyId id) {
        return directory.agency(id).orElseThrow(OrganizationProblem.AGENCY_ABSENT::because);
    }

    static String page(AgencyId agency) {
        return "/directory/agencies/" + agency;
    }

    static List<FormView.Option> levels() {
        return Arrays.stream(AgencyLevel.values())
                .map(level -> new FormView.Option(level.name(), key("organization.level.", level), true))
                .toList();
    }

    static List<FormView.Option> postKinds() {
        return Arrays.stream(PostKind.values())
                .map(kind -> new FormView.Option(kind.name(), key("organization.post-kind.", kind), true))
                .toList();
    }

    static String key(String prefix, Enum<?> constant) {
        return prefix + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
