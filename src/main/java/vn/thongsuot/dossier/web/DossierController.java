package vn.thongsuot.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.audit.AccessRecords;
import vn.thongsuot.dossier.DossierId;
import vn.thongsuot.dossier.DossierProblem;
import vn.thongsuot.dossier.DossierView;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.web.Typed;

/// One dossier, and what is done to it.
@Controller
@RequestMapping("/dossiers/{id}")
@PreAuthorize("denyAll()")
class DossierController {

    private final Dossiers dossiers;
    private final DossierScreen screen;
    private final AccessRecords accesses;

    DossierController(Dossiers dossiers, DossierScreen screen, AccessRecords accesses) {
        this.dossiers = dossiers;
        this.screen = screen;
        this.accesses = accesses;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('DOSSIER_VIEW')")
    ModelAndView show(@PathVariable UUID id, Actor reader, Locale locale) {
        DossierView dossier = dossiers.find(new DossierId(id), reader);
        accesses.record(reader, new Thing("dossier", id.toString()), AccessRecords.Kind.OPENED);
        return screen.show(dossier, reader, locale);
    }

    @PostMapping("/taking")
    @PreAuthorize("hasAuthority('DOSSIER_PROCESS')")
    ModelAndView take(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return screen.act(
                id,
                asked("taking", typed, by, locale, response),
                dossier -> dossiers.take(dossier, typed.version(), by));
    }

    @PostMapping(path = "/results", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('DOSSIER_PROCESS')")
    ModelAndView propose(
            @PathVariable UUID id,
            MultipartHttpServletRequest request,
            Typed typed,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        return screen.act(id, asked("results", typed, by, locale, response), dossier -> {
            MultipartFile file = request.getFile("file");
            if (file == null || file.isEmpty()) {
                throw DossierProblem.RESULT_MISSING.because();
            }
            String name = file.getOriginalFilename();
            try (InputStream content = file.getInputStream()) {
                dossiers.propose(
                        dossier,
                        typed.version(),
                        content,
                        name == null || name.isBlank() ? "ket-qua.pdf" : Uploads.plain(name),
                        by);
            }
        });
    }

    @PostMapping("/sending-back")
    @PreAuthorize("hasAuthority('DOSSIER_SIGN')")
    ModelAndView sendBack(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return screen.act(
                id,
                asked("sending-back", typed, by, locale, response),
                dossier -> dossiers.sendBack(dossier, typed.version(), typed.text("reason"), by));
    }

    @PostMapping("/signature")
    @PreAuthorize("hasAuthority('DOSSIER_SIGN')")
    @FreshSignIn
    ModelAndView sign(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return screen.act(
                id,
                asked("signature", typed, by, locale, response),
                dossier -> dossiers.sign(dossier, typed.version(), by));
    }

    @PostMapping("/handing-over")
    @PreAuthorize("hasAuthority('DOSSIER_RECEIVE')")
    ModelAndView giveResult(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return screen.act(
                id,
                asked("handing-over", typed, by, locale, response),
                dossier -> dossiers.giveResult(dossier, typed.version(), by));
    }

    @PostMapping("/refusal")
    @PreAuthorize("hasAuthority('DOSSIER_PROCESS')")
    @FreshSignIn
    ModelAndView refuse(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return screen.act(
                id,
                asked("refusal", typed, by, locale, response),
                dossier -> dossiers.refuse(dossier, typed.version(), typed.text("reason"), by));
    }

    @PostMapping("/withdrawal")
    @PreAuthorize("hasAuthority('DOSSIER_RECEIVE')")
    ModelAndView withdraw(@PathVariable UUID id, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return screen.act(
                id,
                asked("withdrawal", typed, by, locale, response),
                dossier -> dossiers.withdraw(dossier, typed.version(), typed.text("reason"), by));
    }

    private static DossierScreen.Asked asked(
            String act, Typed typed, Actor by, Locale locale, HttpServletResponse response) {
        return new DossierScreen.Asked(act, typed, by, locale, response);
    }
}
