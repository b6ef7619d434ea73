package vn.thongsuot.procedure.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.procedure.ProcedurePermission;
import vn.thongsuot.procedure.ProcedureProblem;
import vn.thongsuot.procedure.ProcedureVersion.Edition;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Typed;

/// The catalogue, and one procedure of it.
@Controller
@RequestMapping("/procedures")
@PreAuthorize("denyAll()")
class ProceduresController {

    private static final int PER_PART = 25;

    private final Procedures procedures;
    private final Authority authority;

    ProceduresController(Procedures procedures, Authority authority) {
        this.procedures = procedures;
        this.authority = authority;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('PROCEDURE_VIEW')")
    ModelAndView index(Typed typed, SignedIn person) {
        ProcedureQuery query = ProcedureQuery.of(typed);
        String after = typed.orNull("after");
        Procedures.Found found = procedures.find(query.filter(), after, PER_PART);
        List<Edition> editions = procedures.editions();
        ProceduresView view = new ProceduresView(
                editions.isEmpty() ? null : editions.getFirst(),
                query.filter(),
                procedures.fields(query.filter()),
                chips(query),
                found.items(),
                found.total(),
                found.next() == null ? null : query.href("/procedures", found.next()),
                after == null ? null : query.href("/procedures", null),
                query.href("/procedures/export.csv", null),
                query.narrowed(),
                editions.isEmpty() && authority.allowsEverywhere(person.actor(), ProcedurePermission.PROCEDURE_MANAGE));
        return new ModelAndView("procedure/list", "view", view);
    }

    @GetMapping("/{code}")
    @PreAuthorize("hasAuthority('PROCEDURE_VIEW')")
    ModelAndView show(@PathVariable String code) {
        ProcedureCode asked = new ProcedureCode(code);
        return new ModelAndView(
                "procedure/show",
                "view",
                procedures.find(asked).orElseThrow(() -> ProcedureProblem.PROCEDURE_ABSENT.because(asked)));
    }

    private List<ProceduresView.Chip> chips(ProcedureQuery query) {
        List<ProceduresView.Chip> chips = new ArrayList<>();
        chips.add(chip(query, null, "procedure.standing.any"));
        for (Procedures.Standing standing : Procedures.Standing.values()) {
            chips.add(chip(query, standing, Words.key("procedure.standing.", standing)));
        }
        return chips;
    }

    private ProceduresView.Chip chip(ProcedureQuery query, Procedures.@Nullable Standing standing, String title) {
        ProcedureQuery narrowed = query.with(standing);
        return new ProceduresView.Chip(
                title,
                narrowed.href("/procedures", null),
                procedures.all(narrowed.filter()).size(),
                query.filter().standing() == standing);
    }
}
