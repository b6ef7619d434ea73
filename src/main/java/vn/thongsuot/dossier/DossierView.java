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
/// @param calendarVersion of the calendar the deadline was computed with
/// @param handler who works on it; null before anybody took it
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
        CalendarId calendar,
        long calendarVersion,
        TimeLimit limit,
        Instant due,
        @Nullable OfficerId handler,
        @Nullable Instant ended) {

    /// A paper of the dossier with its scans; none for one that was only shown.
    public record Component(String code, String name, Handling handling, List<File> files) {}

    /// What a file is in its dossier.
    public enum FileKind {
        SCAN,
        DRAFT,
        RESULT
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

    /// Whether it was not ended in time, or is open past its deadline at `now`.
    public boolean late(Instant now) {
        Instant until = ended;
        return (until == null ? now : until).isAfter(due);
    }
}
