package vn.thongsuot.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.OfficerId;

/// **Vắng mặt.** Who is away from when to when, and who stands in.
///
/// @param postLine the absent officer's first post and its agency
/// @param leader whether that post leads its agency
public record AbsenceView(
        UUID id,
        OfficerId officer,
        String name,
        String postLine,
        boolean leader,
        @Nullable OfficerId replacement,
        @Nullable String replacementName,
        LocalDate from,
        LocalDate to) {}
