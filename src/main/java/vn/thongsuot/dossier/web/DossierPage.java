package vn.thongsuot.dossier.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.dossier.DossierStatus;
import vn.thongsuot.dossier.DossierView;
import vn.thongsuot.dossier.Upload;
import vn.thongsuot.shared.web.Typed;

/// **Một hồ sơ.** A dossier, its files, why it is due when it is, what happened, and what its reader may do now.
///
/// @param left how much time is left, or how late it is, in words
public record DossierPage(
        DossierView dossier,
        String procedure,
        String agency,
        @Nullable String handler,
        String left,
        boolean late,
        Papers papers,
        List<Askable> askable,
        List<Step> steps,
        List<Deadline.Line> chain,
        List<Act> acts,
        May may,
        Refused refused) {

    /// All that lies in the dossier.
    ///
    /// @param forms what the office gave the applicant
    public record Papers(List<Paper> papers, @Nullable Shown result, List<Shown> forms) {}

    /// A paper the applicant may be asked for.
    public record Askable(String code, String name) {}

    /// A paper with its scans.
    ///
    /// @param asked whether the applicant is asked to bring it again
    public record Paper(String code, String name, boolean submitted, boolean asked, List<Shown> files) {}

    /// How far a step of the process is.
    public enum Progress {
        DONE,
        NOW,
        AHEAD,
        LEFT_OUT
    }

    /// A step of the process as the catalogue has it.
    public record Step(String name, String performer, Progress progress) {}

    /// Why the last act was refused, and the form it was sent with.
    ///
    /// @param error null where nothing was refused
    /// @param field the field the error is about
    /// @param act the last part of the form's address
    /// @param kept files that need not be chosen again, by paper
    public record Refused(
            @Nullable String error, @Nullable String field, String act, Typed typed, Map<String, List<Upload>> kept) {

        static Refused nothing() {
            return new Refused(null, null, "", Typed.nothing(), Map.of());
        }
    }

    /// A file, how many pages of it can be drawn.
    public record Shown(DossierView.File file, String href, int pages) {}

    /// What was done, by whom.
    public record Act(
            String title, String who, String when, @Nullable String reason) {}

    /// What the reader may do to the dossier as it is.
    public record May(
            boolean take,
            boolean ask,
            boolean supplement,
            boolean propose,
            boolean sign,
            boolean giveResult,
            boolean refuse,
            boolean withdraw,
            boolean print) {

        public boolean anything() {
            return take || supplement || propose || sign || giveResult || refuse || withdraw;
        }
    }

    public DossierStatus status() {
        return dossier.status();
    }

    /// What was typed into `field` of the form `act` when it was refused; empty otherwise.
    public String typed(String act, String field) {
        return failed(act) ? refused.typed().text(field) : "";
    }

    /// Whether the form `act` was just refused.
    public boolean failed(String act) {
        return refused.error() != null && refused.act().equals(act);
    }

    /// Whether `field` of the form `act` is what was refused.
    public boolean wrong(String act, String field) {
        return failed(act) && field.equals(refused.field());
    }

    /// Whether `paper` was ticked in the refused request for papers.
    public boolean ticked(String paper) {
        return failed("supplement-request") && refused.typed().all("papers").contains(paper);
    }

    public List<Upload> kept(String paper) {
        return refused.kept().getOrDefault(paper, List.of());
    }

    /// The address of one of its acts.
    public String act(String name) {
        return "/dossiers/" + dossier.id() + "/" + name;
    }
}
