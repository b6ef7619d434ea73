package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.ReorganisationId;
import vn.thongsuot.organization.ReorganisationPlans;
import vn.thongsuot.organization.ReorganisationTable;
import vn.thongsuot.organization.ReorganisationView;
import vn.thongsuot.organization.Reorganisations;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// Loads a table of which unit becomes which into a plan, whole or not at all.
@Controller
@RequestMapping(ReorganisationController.HOME + "/{id}/table")
@PreAuthorize("denyAll()")
class ReorganisationTableController {

    private static final String TEMPLATE = "organization/reorganisation-table";

    private final Reorganisations reorganisations;
    private final ReorganisationPlans plans;
    private final PlanAgencies agencies;
    private final Directory directory;
    private final Reasons reasons;

    ReorganisationTableController(
            Reorganisations reorganisations,
            ReorganisationPlans plans,
            PlanAgencies agencies,
            Directory directory,
            Reasons reasons) {
        this.reorganisations = reorganisations;
        this.plans = plans;
        this.agencies = agencies;
        this.directory = directory;
        this.reasons = reasons;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@PathVariable UUID id, Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        return new ModelAndView(TEMPLATE, "view", new TablePage(plan, plan.version(), "", "", null, List.of()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView create(
            @PathVariable UUID id,
            Typed typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        String csv = file == null || file.isEmpty() ? typed.text("table") : text(file);
        List<ReorganisationTable.Wrong> wrong = List.of();
        try {
            AgencyId parent = agencies.orNull(plan, typed.text("parent"));
            ReorganisationTable.Reading reading = ReorganisationTable.read(csv, directory, plan.on(), parent);
            wrong = reading.wrong();
            if (!wrong.isEmpty()) {
                throw OrganizationProblem.TABLE_REFUSED.because(wrong.size());
            }
            reorganisations.set(plan.id(), typed.version(), reading.steps(), by);
            return new ModelAndView("redirect:" + ReorganisationController.page(plan.id()));
        } catch (Refusal refused) {
            String why = reasons.of(refused, locale, response);
            return new ModelAndView(
                    TEMPLATE, "view", new TablePage(plan, typed.version(), csv, typed.text("parent"), why, wrong));
        }
    }

    private static String text(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
