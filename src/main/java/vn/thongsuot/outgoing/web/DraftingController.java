package vn.thongsuot.outgoing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.thongsuot.outgoing.Draft;
import vn.thongsuot.outgoing.DraftFile;
import vn.thongsuot.outgoing.OutgoingDocuments;
import vn.thongsuot.outgoing.OutgoingDrafts;
import vn.thongsuot.outgoing.OutgoingId;
import vn.thongsuot.outgoing.OutgoingProblem;
import vn.thongsuot.outgoing.OutgoingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// Drafts a document. A form that is refused comes back with all that was typed and the file that was chosen.
@Controller
@RequestMapping("/outgoing")
@PreAuthorize("denyAll()")
class DraftingController {

    private static final int LONGEST_NAME = 150;
    private static final String DEFAULT_NAME = "van-ban.pdf";
    private static final String FILE = "file";
    private static final String KEPT = "kept";

    private final OutgoingDrafts drafts;
    private final OutgoingDocuments documents;
    private final DraftForms forms;
    private final Reasons reasons;

    DraftingController(OutgoingDrafts drafts, OutgoingDocuments documents, DraftForms forms, Reasons reasons) {
        this.drafts = drafts;
        this.documents = documents;
        this.forms = forms;
        this.reasons = reasons;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('OUTGOING_DRAFT')")
    ModelAndView blank(Typed typed, Actor by) {
        return form("/outgoing", "/outgoing", typed, null, null, null, null, by);
    }

    /// Agencies that answer what was typed, for the form that is open.
    @GetMapping("/receivers")
    @PreAuthorize("hasAuthority('OUTGOING_DRAFT')")
    ModelAndView receivers(Typed typed) {
        return new ModelAndView("outgoing/choice", "view", forms.receivers(typed));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('OUTGOING_DRAFT')")
    ModelAndView create(
            MultipartHttpServletRequest request, Typed typed, Actor by, Locale locale, HttpServletResponse response)
            throws IOException {
        DraftFile file = null;
        try {
            file = file(request, typed, by);
            if (typed.given("find")) {
                return form("/outgoing", "/outgoing", typed, file, null, null, null, by);
            }
            Draft draft = forms.draft(typed, by);
            if (file == null) {
                throw OutgoingProblem.FILE_MISSING.because().at(FILE);
            }
            OutgoingId id = drafts.create(draft, file, by);
            if (typed.given("submit")) {
                drafts.submit(id, 1, by);
            }
            return new ModelAndView("redirect:/outgoing/" + id);
        } catch (Refusal refused) {
            String why = reasons.of(refused, locale, response);
            return form("/outgoing", "/outgoing", typed, file, null, why, refused.field(), by);
        }
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('OUTGOING_DRAFT')")
    ModelAndView edit(@PathVariable UUID id, Actor by) {
        OutgoingView document = documents.find(new OutgoingId(id), by);
        List<AgencyId> receivers = documents.receivers(document);
        return again(document, forms.typed(document, receivers, by), null, null, null, by);
    }

    @PostMapping(path = "/{id}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('OUTGOING_DRAFT')")
    ModelAndView revise(
            @PathVariable UUID id,
            MultipartHttpServletRequest request,
            Typed typed,
            Actor by,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        OutgoingView document = documents.find(new OutgoingId(id), by);
        DraftFile file = null;
        try {
            file = file(request, typed, by);
            if (typed.given("find")) {
                return again(document, typed, file, null, null, by);
            }
            drafts.revise(document.id(), typed.version(), forms.draft(typed, by), file, by);
            if (typed.given("submit")) {
                drafts.submit(document.id(), typed.version() + 1, by);
            }
            return new ModelAndView("redirect:/outgoing/" + id);
        } catch (Refusal refused) {
            return again(document, typed, file, reasons.of(refused, locale, response), refused.field(), by);
        }
    }

    private ModelAndView again(
            OutgoingView document,
            Typed typed,
            @Nullable DraftFile file,
            @Nullable String error,
            @Nullable String wrong,
            Actor by) {
        String place = "/outgoing/" + document.id();
        String filed = documents.files(document).getFirst().name();
        return form(place, place, typed, file, filed, error, wrong, by);
    }

    private ModelAndView form(
            String action,
            String back,
            Typed typed,
            @Nullable DraftFile kept,
            @Nullable String filed,
            @Nullable String error,
            @Nullable String wrong,
            Actor by) {
        return new ModelAndView(
                "outgoing/form",
                "view",
                new OutgoingForm(
                        action,
                        back,
                        forms.signers(typed, by),
                        forms.receivers(typed),
                        typed,
                        kept,
                        filed,
                        error,
                        wrong));
    }

    /// The one chosen now, or else the one kept from before; null for none.
    private @Nullable DraftFile file(MultipartHttpServletRequest request, Typed typed, Actor by) throws IOException {
        MultipartFile chosen = request.getFile(FILE);
        if (chosen != null && !chosen.isEmpty()) {
            String name = chosen.getOriginalFilename();
            try (InputStream content = chosen.getInputStream()) {
                return drafts.keep(content, name == null || name.isBlank() ? DEFAULT_NAME : plain(name), by);
            } catch (Refusal refused) {
                throw refused.at(FILE);
            }
        }
        UUID kept = typed.id(KEPT);
        return kept == null ? null : drafts.kept(kept, by);
    }

    /// Without the folders some browsers send; of a very long name its end, which says what the file is.
    private static String plain(String name) {
        String plain = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }
}
