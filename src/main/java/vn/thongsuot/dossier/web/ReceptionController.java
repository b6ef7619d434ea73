package vn.thongsuot.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.dossier.Applicant;
import vn.thongsuot.dossier.DossierProblem;
import vn.thongsuot.dossier.DossierView;
import vn.thongsuot.dossier.Reception;
import vn.thongsuot.dossier.Upload;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.procedure.ProcedureProblem;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// Receives at the counter. A form that is refused comes back with all that was typed and the files that were chosen.
@Controller
@RequestMapping("/dossiers")
@PreAuthorize("denyAll()")
class ReceptionController {

    private final Reception reception;
    private final Procedures procedures;
    private final Uploads uploads;
    private final Reasons reasons;

    ReceptionController(Reception reception, Procedures procedures, Uploads uploads, Reasons reasons) {
        this.reception = reception;
        this.procedures = procedures;
        this.uploads = uploads;
        this.reasons = reasons;
    }

    /// Which procedure, or the form of the one chosen.
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('DOSSIER_RECEIVE')")
    ModelAndView edit(Typed typed) {
        if (!typed.given("procedure")) {
            return new ModelAndView(
                    "dossier/choice",
                    "view",
                    procedures.all(new Procedures.Filter("", null, null, null, Procedures.Standing.COMPLETE)));
        }
        return form(typed, Map.of(), null, null);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('DOSSIER_RECEIVE')")
    ModelAndView create(
            MultipartHttpServletRequest request, Typed typed, Actor by, Locale locale, HttpServletResponse response)
            throws IOException {
        ProcedureVersion procedure = procedure(typed);
        Map<String, List<Upload>> scans = new HashMap<>();
        try {
            uploads.gather(
                    parts(procedure).components().stream()
                            .map(ProcedureParts.Component::code)
                            .toList(),
                    request,
                    typed,
                    by,
                    scans);
            DossierView received = reception.receive(
                    new Reception.Submission(
                            procedure.code(),
                            Applicant.of(
                                    typed.text("name"),
                                    typed.text("number"),
                                    typed.orNull("phone"),
                                    typed.orNull("address")),
                            scans,
                            seen(procedure, typed)),
                    by);
            return new ModelAndView("redirect:/dossiers/" + received.id());
        } catch (Refusal refused) {
            return form(typed, scans, reasons.of(refused, locale, response), refused.field());
        }
    }

    private static Set<String> seen(ProcedureVersion procedure, Typed typed) {
        Set<String> seen = new HashSet<>();
        parts(procedure).components().forEach(component -> {
            if (typed.given("seen." + component.code())) {
                seen.add(component.code());
            }
        });
        return seen;
    }

    private ModelAndView form(
            Typed typed, Map<String, List<Upload>> kept, @Nullable String error, @Nullable String wrong) {
        ProcedureVersion procedure = procedure(typed);
        return new ModelAndView(
                "dossier/new", "view", new DossierForm(procedure, parts(procedure), typed, kept, error, wrong));
    }

    private ProcedureVersion procedure(Typed typed) {
        ProcedureCode code = new ProcedureCode(typed.text("procedure"));
        return procedures.find(code).orElseThrow(() -> ProcedureProblem.PROCEDURE_ABSENT.because(code));
    }

    private static ProcedureParts parts(ProcedureVersion procedure) {
        ProcedureParts parts = procedure.parts();
        if (parts == null) {
            throw DossierProblem.PROCEDURE_INCOMPLETE.because(procedure.code());
        }
        return parts;
    }
}
