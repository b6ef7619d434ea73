package vn.thongsuot.incoming.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.incoming.IncomingView;

/// **Sổ văn bản đến.** A part of an agency's incoming documents.
///
/// @param agencies whose registers the reader may choose from; empty where there is one
/// @param status the status chosen; empty for all
/// @param refresh this part of the list, for an open page
/// @param export the same list as a table
public record IncomingList(
        String agency,
        List<Chip> agencies,
        String query,
        List<Chip> chips,
        List<Row> rows,
        @Nullable Urgency urgency,
        String status,
        String agencyId,
        String refresh,
        String export,
        @Nullable String next,
        @Nullable String first) {

    /// One way to narrow the list; no count for what grows for ever.
    public record Chip(String title, String href, @Nullable Long count, boolean chosen) {}

    /// A document in the list.
    public record Row(IncomingView document, String sender, String handler) {}

    /// Whether anything but the agency narrows it.
    public boolean narrowed() {
        return !query.isEmpty() || urgency != null || !status.isEmpty();
    }
}
