package vn.thongsuot.dossier.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.dossier.Upload;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.shared.web.Typed;

/// **Tiếp nhận tại quầy.** The form by which a dossier is received.
///
/// @param kept files chosen before, by component: they need not be chosen again
/// @param wrong the field the error is about
public record DossierForm(
        ProcedureVersion procedure,
        ProcedureParts parts,
        Typed typed,
        Map<String, List<Upload>> kept,
        @Nullable String error,
        @Nullable String wrong) {

    public String typed(String field) {
        return typed.text(field);
    }

    public boolean wrong(String field) {
        return field.equals(wrong);
    }

    public boolean seen(String component) {
        return typed.given("seen." + component);
    }

    public List<Upload> kept(String component) {
        return kept.getOrDefault(component, List.of());
    }
}
