package vn.thongsuot.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.PostKind;

/// An officer as programs see them.
///
/// @param posts those held on the day asked for, the main one first; for one officer, all that ever were
record OfficerJson(UUID id, String name, List<Held> posts) {

    /// A part of a list.
    record Part(
            List<OfficerJson> items, int total, @Nullable String next) {}

    /// @param unit the unit of the agency the post belongs to; null at its top
    record Held(
            UUID post,
            String title,
            PostKind kind,
            UUID agency,
            String agencyName,
            @Nullable UUID unit,
            boolean main,
            LocalDate from,
            @Nullable LocalDate to) {}
}
