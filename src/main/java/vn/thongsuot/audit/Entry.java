package vn.thongsuot.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Thing;

/// An entry to be written: the body that will be sealed, what to find it by, and the personal data beside it.
///
/// @param version null for an access record
/// @param person the commitment that stands for the acting officer
record Entry(
        UUID id,
        Instant recorded,
        Instant business,
        String event,
        Thing thing,
        @Nullable Long version,
        byte @Nullable [] person,
        @Nullable UUID agency,
        String body,
        List<Secret> personal) {

    /// A personal value, encrypted.
    record Secret(String component, String subject, byte[] sealed) {}
}
