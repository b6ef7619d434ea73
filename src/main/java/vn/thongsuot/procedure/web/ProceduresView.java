package vn.thongsuot.procedure.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.ProcedureVersion.Edition;
import vn.thongsuot.procedure.Procedures;

/// **Danh mục thủ tục.** A part of the catalogue.
///
/// @param edition the newest edition loaded; null before any was
/// @param fields every field with its number of procedures
/// @param loadable whether the reader may load the shipped edition, and it is not there
public record ProceduresView(
        @Nullable Edition edition,
        Procedures.Filter filter,
        Map<String, Integer> fields,
        List<Chip> chips,
        List<ProcedureVersion> items,
        int total,
        @Nullable String next,
        @Nullable String first,
        String export,
        boolean narrowed,
        boolean loadable) {

    /// One way to narrow the list, with how many are left.
    public record Chip(String title, String href, int count, boolean chosen) {}
}
