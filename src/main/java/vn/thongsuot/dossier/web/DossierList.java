package vn.thongsuot.dossier.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.dossier.DossierStatus;
import vn.thongsuot.dossier.DossierView;

/// **Hàng đợi hồ sơ.** A part of an agency's dossiers.
///
/// @param ended whether they are those that ended
public record DossierList(
        String agency,
        String query,
        List<Chip> chips,
        List<Row> rows,
        boolean ended,
        boolean receives,
        @Nullable String next,
        @Nullable String first) {

    /// One way to narrow the list; no count for what grows for ever.
    public record Chip(String title, String href, @Nullable Long count, boolean chosen) {}

    /// A dossier in the list.
    ///
    /// @param left how much time is left, or how late it is, in words
    public record Row(
            DossierView dossier, String procedure, @Nullable String handler, String left, boolean late) {

        public DossierStatus status() {
            return dossier.status();
        }
    }
}
