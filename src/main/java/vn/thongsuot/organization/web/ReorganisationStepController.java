package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.organization.AgencyLevel;
import vn.thongsuot.organization.OrganizationProblem;
import vn.thongsuot.organization.ReorganisationId;
import vn.thongsuot.organization.ReorganisationPlans;
import vn.thongsuot.organization.ReorganisationStep;
import vn.thongsuot.organization.ReorganisationView;
import vn.thongsuot.organization.Reorganisations;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.FormView;
import vn.thongsuot.shared.web.FormView.Field;
import vn.thongsuot.shared.web.FormView.Kind;
import vn.thongsuot.shared.web.Forms;
import vn.thongsuot.shared.web.Typed;

/// The steps of a plan: one form for each kind.
@Controller
@RequestMapping(ReorganisationController.HOME + "/{id}/steps")
@PreAuthorize("denyAll()")
class ReorganisationStepController {

    private final Reorganisations reorganisations;
    private final ReorganisationPlans plans;
    private final PlanAgencies agencies;
    private final Forms forms;

    ReorganisationStepController(
            Reorganisations reorganisations, ReorganisationPlans plans, PlanAgencies agencies, Forms forms) {
        this.reorganisations = reorganisations;
        this.plans = plans;
        this.agencies = agencies;
        this.forms = forms;
    }

    @GetMapping("/new")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView draft(
            @PathVariable UUID id,
            @RequestParam ReorganisationStep.Kind kind,
            @RequestParam(required = false) @Nullable UUID agency,
            Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        Typed typed = Typed.nothing().with("version", plan.version()).with("kind", kind);
        return forms.show(form(
                plan,
                kind,
                null,
                agency == null ? typed : typed.with("agency", agencies.label(plan, new AgencyId(agency)))));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView create(
            @PathVariable UUID id,
            Typed typed,
            @RequestParam ReorganisationStep.Kind kind,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        return write(plans.plan(new ReorganisationId(id), by), kind, null, typed, by, locale, response);
    }

    @GetMapping("/{step}")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView edit(@PathVariable UUID id, @PathVariable UUID step, Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        ReorganisationStep known = step(plan, step);
        return forms.show(form(plan, known.kind(), known, typed(plan, known)));
    }

    @PostMapping("/{step}")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    ModelAndView update(
            @PathVariable UUID id,
            @PathVariable UUID step,
            Typed typed,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        ReorganisationStep known = step(plan, step);
        return write(plan, known.kind(), known, typed, by, locale, response);
    }

    @PostMapping("/{step}/removal")
    @PreAuthorize("hasAuthority('ORGANIZATION_MANAGE')")
    String remove(@PathVariable UUID id, @PathVariable UUID step, @RequestParam long version, Actor by) {
        ReorganisationView plan = plans.plan(new ReorganisationId(id), by);
        ReorganisationStep known = step(plan, step);
        reorganisations.remove(plan.id(), version, step, by);
        return "redirect:" + ReorganisationController.page(plan.id()) + "?kind=" + known.kind();
    }

    private ModelAndView write(
            ReorganisationView plan,
            ReorganisationStep.Kind kind,
            @Nullable ReorganisationStep known,
            Typed typed,
            Actor by,
            Locale locale,
            HttpServletResponse response) {
        return forms.send(form(plan, kind, known, typed), locale, response, () -> {
            reorganisations.set(plan.id(), typed.version(), List.of(step(plan, kind, known, typed)), by);
            return ReorganisationController.page(plan.id()) + "?kind=" + kind;
        });
    }

    private ReorganisationStep step(ReorganisationView plan, UUID id) {
        return plans.content(plan.id()).steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(OrganizationProblem.STEP_ABSENT::because);
    }

    private ReorganisationStep step(
            ReorganisationView plan, ReorganisationStep.Kind kind, @Nullable ReorganisationStep known, Typed typed) {
        UUID id = known == null ? UUID.randomUUID() : known.id();
        boolean confirmed = typed.given("confirmed");
        return switch (kind) {
            case FOUND ->
                new ReorganisationStep.Found(
                        id,
                        known == null ? new AgencyId(UUID.randomUUID()) : known.agency(),
                        typed.text("name"),
                        typed.orNull("nameEn"),
                        typed.choice("level", AgencyLevel.class),
                        typed.text("word"),
                        agencies.orNull(plan, typed.text("parent")),
                        typed.orNull("identifier"),
                        typed.orNull("unitCode"));
            case MERGE ->
                new ReorganisationStep.Merge(
                        id,
                        agencies.need(plan, typed.text("agency")),
                        agencies.orNull(plan, typed.text("successor")),
                        confirmed,
                        typed.orNull("note"));
            case SPLIT ->
                new ReorganisationStep.Split(
                        id,
                        agencies.need(plan, typed.text("agency")),
                        agencies.orNull(plan, typed.text("successor")),
                        confirmed,
                        typed.orNull("note"));
            case DISSOLVE ->
                new ReorganisationStep.Dissolve(id, agencies.need(plan, typed.text("agency")), typed.orNull("note"));
            case RENAME ->
                new ReorganisationStep.Rename(
                        id, agencies.need(plan, typed.text("agency")), typed.text("name"), typed.orNull("nameEn"));
            case MOVE ->
                new ReorganisationStep.Move(
                        id, agencies.need(plan, typed.text("agency")), agencies.need(plan, typed.text("parent")));
        };
    }

    private Typed typed(ReorganisationView plan, ReorganisationStep step) {
        Typed typed = Typed.nothing()
                .with("version", plan.version())
                .with("kind", step.kind())
                .with("agency", agencies.label(plan, step.agency()))
                .with("successor", agencies.label(plan, step.to()))
                .with("parent", agencies.label(plan, step.to()))
                .with("name", blank(step.newName()));
        return switch (step) {
            case ReorganisationStep.Found found ->
                typed.with("nameEn", blank(found.nameEn()))
                        .with("level", found.level())
                        .with("word", found.word())
                        .with("identifier", blank(found.identifier()))
                        .with("unitCode", blank(found.unitCode()));
            case ReorganisationStep.Merge merge ->
                typed.with("confirmed", merge.confirmed() ? "true" : "").with("note", blank(merge.note()));
            case ReorganisationStep.Split split ->
                typed.with("confirmed", split.confirmed() ? "true" : "").with("note", blank(split.note()));
            case ReorganisationStep.Dissolve dissolve -> typed.with("note", blank(dissolve.note()));
            case ReorganisationStep.Rename rename -> typed.with("nameEn", blank(rename.nameEn()));
            case ReorganisationStep.Move _ -> typed;
        };
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static FormView form(
            ReorganisationView plan, ReorganisationStep.Kind kind, @Nullable ReorganisationStep known, Typed typed) {
        String page = ReorganisationController.page(plan.id());
        List<Field> fields =
                new ArrayList<>(List.of(Field.hidden("version", typed.text("version")), Field.hidden("kind", kind)));
        fields.addAll(fields(kind, typed));
        return new FormView(
                        ReorganisationController.ROOT,
                        Words.key("organization.reorganisation.step.", kind),
                        plan.title(),
                        known == null ? page + "/steps" : page + "/steps/" + known.id(),
                        "organization.reorganisation.step.submit",
                        page + "?kind=" + kind,
                        fields)
                .lookup(page + "/agencies");
    }

    private static List<Field> fields(ReorganisationStep.Kind kind, Typed typed) {
        Field agency = Field.of("agency", Kind.AGENCY, "organization.reorganisation.agency", typed, true)
                .hint("organization.reorganisation.agency.hint");
        Field name = Field.of("name", Kind.TEXT, "organization.field.new-name", typed, true)
                .hint("organization.hint.agency-name");
        Field nameEn = Field.of("nameEn", Kind.TEXT, "organization.field.name-en", typed, false);
        Field note = Field.of("note", Kind.TEXT, "organization.reorganisation.note", typed, false);
        Field confirmed = Field.of("confirmed", Kind.CHECK, "organization.reorganisation.confirmed", typed, false);
        return switch (kind) {
            case FOUND ->
                List.of(
                        name,
                        nameEn,
                        Field.choice("level", Kind.SELECT, "organization.field.level", typed, AgencyForms.levels()),
                        Field.of("word", Kind.TEXT, "organization.field.kind", typed, true)
                                .hint("organization.hint.kind"),
                        Field.of("parent", Kind.AGENCY, "organization.reorganisation.parent", typed, false)
                                .hint("organization.reorganisation.parent.hint"),
                        Field.of("identifier", Kind.TEXT, "organization.field.identifier", typed, false)
                                .hint("organization.hint.identifier"),
                        Field.of("unitCode", Kind.TEXT, "organization.field.unit-code", typed, false)
                                .hint("organization.reorganisation.unit-code.hint"));
            case MERGE, SPLIT ->
                List.of(
                        agency,
                        Field.of("successor", Kind.AGENCY, "organization.reorganisation.successor", typed, false)
                                .hint(Words.key("organization.reorganisation.successor.hint.", kind)),
                        confirmed,
                        note);
            case DISSOLVE -> List.of(agency, note);
            case RENAME -> List.of(agency, name, nameEn);
            case MOVE ->
                List.of(
                        agency,
                        Field.of("parent", Kind.AGENCY, "organization.reorganisation.new-parent", typed, true)
                                .hint("organization.reorganisation.parent.hint"));
        };
    }
}
