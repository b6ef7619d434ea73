package vn.thongsuot.notification;

import java.time.Instant;
import java.util.List;
import vn.thongsuot.shared.PostId;

/// **Thông báo, như được đọc.** A notice as its receiver, and nobody else, has it.
///
/// @param state whether the receiver has read it
public record NoticeView(
        NoticeId id,
        PostId post,
        String words,
        List<String> arguments,
        String link,
        boolean urgent,
        Instant at,
        State state) {

    public NoticeView {
        arguments = List.copyOf(arguments);
    }

    /// What became of it; `SETTLED`: what it asked for was done, or is not to be done any more.
    public enum State {
        UNREAD,
        READ,
        SETTLED
    }
}
