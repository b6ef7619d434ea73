package vn.thongsuot.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.dossier.DossierId;
import vn.thongsuot.dossier.DossierView;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.dossier.Upload;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// The page of one dossier, also after something was refused: with the reason, what was typed and what was chosen.
@Component
class DossierScreen {

    private final Dossiers dossiers;
    private final DossierPages pages;
    private final DossierFiles files;
    private final Reasons reasons;

    DossierScreen(Dossiers dossiers, DossierPages pages, DossierFiles files, Reasons reasons) {
        this.dossiers = dossiers;
        this.pages = pages;
        this.files = files;
        this.reasons = reasons;
    }

    /// Something done to a dossier.
    interface Step {

        void on(DossierId dossier) throws IOException;
    }

    /// Whoever asks, in what language, with what form.
    ///
    /// @param act the last part of the form's address
    record Asked(String act, Typed typed, Actor by, Locale locale, HttpServletResponse response) {}

    ModelAndView show(DossierView dossier, Actor reader, Locale locale) {
        return page(dossier, reader, DossierPage.Refused.nothing(), locale);
    }

    /// Does `step` and shows the dossier as it is then; refused, the page with its forms as they were sent.
    ModelAndView act(UUID id, Asked asked, Step step) {
        return act(id, asked, Map.of(), step);
    }

    /// @param kept files that were stored for the form, by paper
    ModelAndView act(UUID id, Asked asked, Map<String, List<Upload>> kept, Step step) {
        DossierId dossier = new DossierId(id);
        try {
            step.on(dossier);
            return new ModelAndView("redirect:/dossiers/" + id);
        } catch (Refusal refused) {
            DossierView seen = dossiers.find(dossier, asked.by());
            return page(
                    seen,
                    asked.by(),
                    new DossierPage.Refused(
                            reasons.of(refused, asked.locale(), asked.response()),
                            refused.field(),
                            asked.act(),
                            asked.typed(),
                            kept),
                    asked.locale());
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private ModelAndView page(DossierView dossier, Actor reader, DossierPage.Refused refused, Locale locale) {
        DossierPage.Papers papers =
                new DossierPage.Papers(files.papers(dossier), files.result(dossier), files.forms(dossier));
        return new ModelAndView("dossier/show", "view", pages.page(dossier, reader, papers, refused, locale));
    }
}
