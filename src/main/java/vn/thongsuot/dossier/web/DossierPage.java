package vn.thongsuot.dossier.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.dossier.DossierStatus;
import vn.thongsuot.dossier.DossierView;

/// **Một hồ sơ.** A dossier, its files, why it is due when it is, what happened, and what its reader may do now.
///
/// @param left how much time is left, or how late it is, in words
/// @param error why the last act was refused; null where none was
public record DossierPage(
        DossierView dossier,
        String procedure,
        String agency,
        @Nullable String handler,
        String left,
        boolean late,
        List<Paper> papers,
        @Nullable Shown result,
        List<Deadline.Line> chain,
        List<Act> acts,
        May may,
        @Nullable String error) {

    /// A paper with its scans.
    public record Paper(String name, boolean submitted, List<Shown> files) {}

    /// A file, how many pages of it can be drawn.
    public record Shown(DossierView.File file, String href, int pages) {}

    /// What was done, by whom.
    public record Act(
            String title, String who, String when, @Nullable String reason) {}

    /// What the reader may do to the dossier as it is.
    public record May(
            boolean take, boolean propose, boolean sign, boolean giveResult, boolean refuse, boolean withdraw) {

        public boolean anything() {
            return take || propose || sign || giveResult || refuse || withdraw;
        }
    }

    public DossierStatus status() {
        return dossier.status();
    }

    /// The address of one of its acts.
    public String act(String name) {
        return "/dossiers/" + dossier.id() + "/" + name;
    }
}
