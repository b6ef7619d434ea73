package vn.thongsuot.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.dossier.DossierId;
import vn.thongsuot.dossier.DossierView;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.dossier.Supplements;
import vn.thongsuot.dossier.Upload;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.web.Typed;

/// Asks for what a dossier lacks, and takes it.
@Controller
@RequestMapping("/dossiers/{id}")
@PreAuthorize("denyAll()")
class SupplementController {

    private final Supplements supplements;
    private final Dossiers dossiers;
    private final DossierScreen screen;
    private final Uploads uploads;

    SupplementController(Supplements supplements, Dossiers dossiers, DossierScreen screen, Uploads uploads) {
        this.supplements = supplements;
        this.dossiers = dossiers;
        this.screen = screen;
        this.uploads = uploads;
    }

    @PostMapping("/supplement-request")
    @PreAuthorize("hasAuthority('DOSSIER_PROCESS')")
    @FreshSignIn
    ModelAndView ask(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return screen.act(
                id,
                new DossierScreen.Asked("supplement-request", typed, by, locale, response),
                dossier -> supplements.ask(
                        dossier, typed.version(), new HashSet<>(typed.all("papers")), typed.text("reason"), by));
    }

    @PostMapping(path = "/supplement", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('DOSSIER_RECEIVE')")
    ModelAndView complete(
            @PathVariable UUID id,
            MultipartHttpServletRequest request,
            Typed typed,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        Map<String, List<Upload>> kept = new HashMap<>();
        return screen.act(id, new DossierScreen.Asked("supplement", typed, by, locale, response), kept, dossier -> {
            uploads.gather(
                    dossiers.components(dossiers.find(dossier, by)).stream()
                            .filter(DossierView.Component::asked)
                            .map(DossierView.Component::code)
                            .toList(),
                    request,
                    typed,
                    by,
                    kept);
            supplements.complete(new DossierId(id), typed.version(), kept, by);
        });
    }

    @PostMapping("/stopping")
    @PreAuthorize("hasAuthority('DOSSIER_RECEIVE')")
    ModelAndView stop(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return screen.act(
                id,
                new DossierScreen.Asked("stopping", typed, by, locale, response),
                dossier -> supplements.stop(dossier, typed.version(), typed.text("reason"), by));
    }
}
