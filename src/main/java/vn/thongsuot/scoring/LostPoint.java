package vn.thongsuot.scoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.dossier.DossierId;

/// **Hồ sơ mất điểm.** A dossier that an indicator misses: what it is and how it stands, never whose it is.
///
/// @param halted when the work was done or halted; null while it goes on
public record LostPoint(
        DossierId dossier,
        String code,
        String procedure,
        Instant due,
        @Nullable Instant halted) {}
