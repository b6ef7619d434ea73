package vn.thongsuot.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Biểu mẫu của Bộ phận Một cửa.** What stands on a form given to an applicant, in Vietnamese: forms 01, 02 and 03 of
/// the circular in force ({@link OneStopLaw}); on A5.
///
/// @param number of the form in the annex, such as `Mẫu số 01`
/// @param papers the table of papers; none for a form without one
/// @param taker what the person beside the officer is called; null where only the officer signs
/// @param name of the officer, where the form is signed by hand; null where it is signed electronically
public record IssuedForm(
        String number,
        String title,
        String agency,
        String office,
        String code,
        String day,
        List<Line> lines,
        List<Paper> papers,
        @Nullable String closing,
        @Nullable String taker,
        String signer,
        @Nullable String name) {

    /// A line such as `Họ và tên: …`.
    public record Line(String label, String value) {}

    /// A paper of the table.
    ///
    /// @param kept what becomes of it
    public record Paper(String name, String kept) {}
}
