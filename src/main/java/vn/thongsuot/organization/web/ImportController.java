package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.ImportLine;
import vn.thongsuot.organization.ImportLine.Outcome;
import vn.thongsuot.organization.ImportView;
import vn.thongsuot.organization.Imports;
import vn.thongsuot.organization.SheetKind;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.FreshSignIn;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;

/// Imports the directory from a file: choose it, see what it would do, apply exactly that.
@Controller
@RequestMapping("/organization/imports")
@PreAuthorize("denyAll()")
class ImportController {

    private static final int PER_PART = 100;

    private final Imports imports;
    private final Reasons reasons;

    ImportController(Imports imports, Reasons reasons) {
        this.imports = imports;
        this.reasons = reasons;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@RequestParam(defaultValue = "AGENCIES") SheetKind kind) {
        return new ModelAndView("organization/import", "view", new ImportForm(kind, null));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView create(
            @RequestParam SheetKind kind,
            @RequestParam MultipartFile file,
            Actor by,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        try {
            String name = file.getOriginalFilename();
            UUID id = imports.look(kind, name == null ? "" : name, file.getBytes(), by);
            return new ModelAndView("redirect:/organization/imports/" + id);
        } catch (Refusal refused) {
            String why = reasons.of(refused, locale, response);
            return new ModelAndView("organization/import", "view", new ImportForm(kind, why));
        }
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Outcome show,
            @RequestParam(defaultValue = "0") int after,
            Actor by,
            Locale locale) {
        return page(imports.show(id, by), show, after, null, locale);
    }

    @PostMapping("/{id}/application")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    @FreshSignIn
    ModelAndView apply(
            @PathVariable UUID id, @RequestParam long version, Actor by, Locale locale, HttpServletResponse response) {
        try {
            imports.apply(id, version, by);
            return new ModelAndView("redirect:/organization/imports/" + id);
        } catch (Refusal refused) {
            ImportView run = imports.show(id, by);
            return page(run, null, 0, reasons.of(refused, locale, response), locale);
        }
    }

    private ModelAndView page(
            ImportView run, @Nullable Outcome wanted, int after, @Nullable String error, Locale locale) {
        Outcome shown = wanted == null ? first(run) : wanted;
        List<ImportPage.Line> rest = run.lines().stream()
                .filter(line -> line.outcome() == shown && line.line() > after)
                .limit(PER_PART + 1L)
                .map(line -> line(line, locale))
                .toList();
        List<ImportPage.Line> part = rest.subList(0, Math.min(PER_PART, rest.size()));
        String next = rest.size() > PER_PART
                ? "/organization/imports/" + run.id() + "?show=" + shown + "&after="
                        + part.getLast().line()
                : null;
        return new ModelAndView("organization/importreport", "view", new ImportPage(run, shown, part, next, error));
    }

    /// What needs eyes first.
    private static Outcome first(ImportView run) {
        return run.count(Outcome.BAD) > 0 ? Outcome.BAD : run.count(Outcome.CHANGE) > 0 ? Outcome.CHANGE : Outcome.SAME;
    }

    private ImportPage.Line line(ImportLine line, Locale locale) {
        Refusal refusal = line.refusal();
        return new ImportPage.Line(
                line.line(), line.subject(), line.effects(), refusal == null ? null : reasons.of(refusal, locale));
    }
}
