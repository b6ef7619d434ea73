package vn.thongsuot.dossier;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.files.Samples;
import vn.thongsuot.procedure.HandlingLevel;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.Uuids;

/// What lies in made-up dossiers: the papers of a procedure that can be handled, each with a sample for its scan.
@Component
class MadePapers {

    private final Procedures procedures;
    private final Samples samples;

    MadePapers(Procedures procedures, Samples samples) {
        this.procedures = procedures;
        this.samples = samples;
    }

    /// A procedure with its parts, whole.
    record Whole(ProcedureVersion procedure, ProcedureParts parts) {}

    /// Those that communes handle and that have all their parts.
    List<Whole> procedures() {
        return procedures
                .all(new Procedures.Filter("", HandlingLevel.COMMUNE, null, null, Procedures.Standing.COMPLETE))
                .stream()
                .flatMap(procedure -> whole(procedure).stream())
                .toList();
    }

    private static List<Whole> whole(ProcedureVersion procedure) {
        ProcedureParts parts = procedure.parts();
        return parts == null ? List.of() : List.of(new Whole(procedure, parts));
    }

    /// Papers that are always asked for.
    static List<ProcedureParts.Component> asked(ProcedureParts parts) {
        return parts.components().stream()
                .filter(component -> component.condition() == null)
                .toList();
    }

    static boolean kept(ProcedureParts.Component component) {
        return component.handling() == ProcedureParts.Handling.SUBMITTED;
    }

    DossierBulk.FileRow scan(DossierId dossier, ProcedureParts.Component component, Instant at) {
        return new DossierBulk.FileRow(
                Uuids.next(at),
                dossier.value(),
                component.code(),
                "ban-quet.pdf",
                sample(component.name()).value(),
                DossierView.FileKind.SCAN.name(),
                at);
    }

    DossierBulk.FileRow result(DossierId dossier, ProcedureVersion procedure, DossierView.FileKind kind, Instant at) {
        return new DossierBulk.FileRow(
                Uuids.next(at),
                dossier.value(),
                null,
                "ket-qua.pdf",
                sample("Kết quả: " + procedure.name()).value(),
                kind.name(),
                at);
    }

    private FileHash sample(String title) {
        return samples.of(title).hash();
    }
}
