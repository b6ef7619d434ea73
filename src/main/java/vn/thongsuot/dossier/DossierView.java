package vn.thongsuot.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.procedure.ProcedureParts.Handling;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// **Hồ sơ, như được xem.** What whoever may open a dossier sees of it.
///
/// @param counted when its time began: the reception, or the moment what was missing came
/// @param calendarVersion of the calendar the deadline was computed with
/// @param handler who works on it; null before anybody took it
/// @param signed when the result was signed; null before
/// @param supplement null where no papers were asked for
public record DossierView(
        DossierId id,
        long version,
        String code,
        ProcedureCode procedure,
        long procedureVersion,
        AgencyId agency,
        DossierStatus status,
        Channel channel,
        Applicant applicant,
        Instant received,
        Instant counted,
        CalendarId calendar,
        long calendarVersion,
        TimeLimit limit,
        Instant due,
        @Nullable OfficerId handler,
        @Nullable Instant signed,
        @Nullable Supplement supplement,
        @Nullable Instant ended) {

    /// A paper of the dossier with its scans; none for one that was only shown.
    ///
    /// @param asked whether the applicant is asked to bring it again
    public record Component(String code, String name, Handling handling, boolean asked, List<File> files) {}

    /// When papers were asked for, once (Decree 61/2018/NĐ-CP art. 19.4).
    ///
    /// @param completed when they were there; null before, and where they never came
    public record Supplement(Instant asked, @Nullable Instant completed) {}

    /// What a file is in its dossier.
    public enum FileKind {
        SCAN,
        DRAFT,
        RESULT,
        /// What the office gives the applicant: TT 01/2018/TT-VPCP, annex.
        FORM
    }

    /// A file of the dossier.
    public record File(UUID id, String name, FileHash hash, FileKind kind, Instant added) {}

    /// Who did what when.
    ///
    /// @param event the event's name, such as `Received`
    public record Act(
            String event,
            @Nullable OfficerId officer,
            @Nullable PostId post,
            Instant at,
            @Nullable String reason) {}

    /// When the work was done: with the signature, however late the result is collected; with the request for papers
    /// that did not come; or else with the end. Null while it goes on.
    public @Nullable Instant done() {
        return done(signed, supplement, ended);
    }

    static @Nullable Instant done(@Nullable Instant signed, @Nullable Supplement supplement, @Nullable Instant ended) {
        if (supplement != null && supplement.completed() == null) {
            return supplement.asked();
        }
        return signed == null ? ended : signed;
    }

    /// Whether the work was not done in time, or goes on past the deadline at `now`.
    public boolean late(Instant now) {
        Instant until = done();
        return (until == null ? now : until).isAfter(due);
    }
}
