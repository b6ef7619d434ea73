package vn.thongsuot.inspection.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// **Dòng nhật ký.** One entry of the log in people's words.
///
/// @param who the person, system or job
/// @param as under which post and for which agency; empty where there is none
/// @param delegated from whom to whom, where a delegated right was used; null otherwise
/// @param did what was done, e.g. `đổi tên cơ quan`
/// @param kind the word for the thing's kind
/// @param what the thing's name, or its identifier where it has none
/// @param href where the thing's page is
public record LogLine(
        UUID id,
        Instant business,
        Instant recorded,
        String who,
        String as,
        @Nullable String delegated,
        String did,
        String kind,
        String what,
        @Nullable String href,
        Proof proof) {

    /// What proves the entry: a state of the style guide with its icon, its word, and what it means.
    ///
    /// @param state `wait`, `doing`, `done` or `late`
    /// @param explained the sentence behind the word
    public record Proof(String state, String icon, String word, String explained) {}
}
