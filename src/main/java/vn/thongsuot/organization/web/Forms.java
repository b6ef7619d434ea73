package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.PostKind;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Words;

/// Shows a form; sends it; shows it again with what was typed and why it was refused.
@Component
class Forms {

    private final Words words;
    private final Directory directory;

    Forms(Words words, Directory directory) {
        this.words = words;
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
            response.setStatus(status(refused));
            return show(form.refused(why(refused, locale)));
        }
    }

    String why(Refusal refused, Locale locale) {
        String key = "problem." + refused.problem().code();
        return words.of(
                locale,
                words.has(key + ".detail") ? key + ".detail" : key,
                refused.arguments().toArray());
    }

    static int status(Refusal refused) {
        return switch (refused.problem().kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT.value();
            case FORBIDDEN -> HttpStatus.FORBIDDEN.value();
            case ABSENT -> HttpStatus.NOT_FOUND.value();
            case UNAUTHENTICATED, CONFLICT, TOO_LARGE, TOO_MANY, INTERNAL -> HttpStatus.CONFLICT.value();
        };
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
