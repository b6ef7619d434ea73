package vn.thongsuot.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
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

    private static final int LONGEST_NAME = 150;

    private final Reception reception;
    private final Procedures procedures;
    private final Reasons reasons;

    ReceptionController(Reception reception, Procedures procedures, Reasons reasons) {
        this.reception = reception;
        this.procedures = procedures;
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
            for (ProcedureParts.Component component : parts(procedure).components()) {
                scans.put(component.code(), scans(component.code(), request, typed, by));
            }
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

    /// Those kept from before that are still wanted, and those chosen now.
    private List<Upload> scans(String component, MultipartHttpServletRequest request, Typed typed, Actor by)
            throws IOException {
        List<Upload> scans = new ArrayList<>();
        for (String kept : typed.all("kept." + component)) {
            scans.add(reception.kept(id(kept), by));
        }
        for (MultipartFile file : request.getFiles("scan." + component)) {
            if (!file.isEmpty()) {
                scans.add(keep(file, component, by));
            }
        }
        return scans;
    }

    private Upload keep(MultipartFile file, String component, Actor by) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return reception.keep(content, name == null || name.isBlank() ? component : plain(name), by);
        } catch (Refusal refused) {
            throw refused.at(component);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw DossierProblem.UPLOAD_ABSENT.because();
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

    /// Without the folders some browsers send; of a very long name its end, which says what the file is.
    static String plain(String name) {
        String plain = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }
}
