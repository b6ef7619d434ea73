package vn.thongsuot.notification.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.notification.NoticeId;
import vn.thongsuot.notification.NoticeView;

/// **Danh sách thông báo.** A part of a person's notices, in their language.
///
/// @param unread how many are, as shown; empty for none
/// @param unreadOnly whether only those are listed
/// @param first whether the part begins with the latest
public record NoticeList(
        List<Line> lines,
        String unread,
        boolean unreadOnly,
        boolean first,
        @Nullable String next) {

    public NoticeList {
        lines = List.copyOf(lines);
    }

    /// The newest one shown.
    public @Nullable NoticeId newest() {
        return lines.isEmpty() ? null : lines.getFirst().id();
    }

    /// One notice.
    ///
    /// @param post the post it concerns, for who holds several; otherwise null
    public record Line(
            NoticeId id,
            String title,
            @Nullable String detail,
            @Nullable String post,
            boolean urgent,
            Instant at,
            NoticeView.State state) {

        /// Both lines, as they are read aloud.
        public String said() {
            return detail == null ? title : title + ", " + detail;
        }

        public boolean unread() {
            return state == NoticeView.State.UNREAD;
        }

        public boolean settled() {
            return state == NoticeView.State.SETTLED;
        }
    }
}
