package vn.thongsuot.outgoing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.outgoing.DraftFile;
import vn.thongsuot.shared.web.Typed;

/// **Soạn văn bản đi.** The form by which a document is drafted.
///
/// @param action where it is sent
/// @param signers who may be asked to sign
/// @param kept a file chosen before: it need not be chosen again; null for none
/// @param filed the name of the file the draft has already; null for a new one
/// @param wrong the field the error is about
public record OutgoingForm(
        String action,
        String back,
        List<Choice> signers,
        Receivers receivers,
        Typed typed,
        @Nullable DraftFile kept,
        @Nullable String filed,
        @Nullable String error,
        @Nullable String wrong) {

    /// One thing to choose.
    public record Choice(String value, String title, String more, boolean chosen) {}

    /// **Chọn nơi nhận.** Those chosen, then those that answer what was typed.
    ///
    /// @param searched whether anything was looked for
    public record Receivers(List<Choice> choices, boolean searched, boolean found) {}

    public String typed(String field) {
        return typed.text(field);
    }

    public boolean wrong(String field) {
        return field.equals(wrong);
    }
}
