package vn.thongsuot.outgoing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.exchange.ShipmentCount;
import vn.thongsuot.outgoing.DocumentType;
import vn.thongsuot.outgoing.OutgoingView;

/// **Sổ văn bản đi.** A part of an agency's outgoing documents.
///
/// @param agencies whose registers the reader may choose from; empty where there is one
/// @param status the status chosen; empty for all
/// @param export the same list as a table
public record OutgoingList(
        String agency,
        List<Chip> agencies,
        String query,
        List<Chip> chips,
        List<Row> rows,
        @Nullable DocumentType type,
        String status,
        String agencyId,
        boolean drafts,
        String export,
        @Nullable String next,
        @Nullable String first) {

    /// One way to narrow the list; no count for what grows for ever.
    public record Chip(String title, String href, @Nullable Long count, boolean chosen) {}

    /// A document in the list.
    ///
    /// @param receivers the first of them, and how many more, in words
    public record Row(OutgoingView document, String signer, String receivers, ShipmentCount count) {}

    /// Whether anything but the agency narrows it.
    public boolean narrowed() {
        return !query.isEmpty() || type != null || !status.isEmpty();
    }
}
