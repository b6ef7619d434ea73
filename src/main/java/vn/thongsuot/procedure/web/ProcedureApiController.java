package vn.thongsuot.procedure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.HandlingLevel;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.procedure.ProcedureProblem;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.SharedProblem;
import vn.thongsuot.shared.web.Refuses;
import vn.thongsuot.shared.web.Typed;

/// The catalogue for programs.
@RestController
@RequestMapping(path = "/api/procedures", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("denyAll()")
@Tag(name = "Procedures", description = "Thủ tục hành chính: the catalogue, as the national database publishes it")
class ProcedureApiController {

    private static final int MOST = 500;

    private final Procedures procedures;

    ProcedureApiController(Procedures procedures) {
        this.procedures = procedures;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('PROCEDURE_VIEW')")
    @Operation(
            operationId = "listProcedures",
            summary = "Procedures of the catalogue",
            description = "By code; best match first where `q` is given.")
    ProcedureJson.Listing index(
            @Parameter(description = "A code, or words of the name with or without marks and capitals.")
                    @RequestParam(defaultValue = "")
                    String q,
            @RequestParam(required = false) @Nullable HandlingLevel level,
            @RequestParam(required = false) @Nullable Channel channel,
            @Parameter(description = "A field by its Vietnamese name, such as `Hộ tịch`.")
                    @RequestParam(required = false)
                    @Nullable
                    String field,
            @RequestParam(required = false) Procedures.@Nullable Standing standing,
            @Parameter(description = "`next` of the part before.") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "How many at most, 1 to 500.") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw SharedProblem.FIELD_INVALID.because("limit");
        }
        return ProcedureJson.Listing.of(
                procedures.find(new Procedures.Filter(Typed.query(q), level, channel, field, standing), after, limit));
    }

    @GetMapping("/{code}")
    @PreAuthorize("hasAuthority('PROCEDURE_VIEW')")
    @Operation(operationId = "getProcedure", summary = "One procedure with all that is known of it")
    @Refuses(
            of = ProcedureProblem.class,
            value = {"PROCEDURE_ABSENT", "CODE_INVALID"})
    ProcedureJson.Whole show(@PathVariable String code) {
        ProcedureCode asked = new ProcedureCode(code);
        return ProcedureJson.Whole.of(
                procedures.find(asked).orElseThrow(() -> ProcedureProblem.PROCEDURE_ABSENT.because(asked)));
    }
}
