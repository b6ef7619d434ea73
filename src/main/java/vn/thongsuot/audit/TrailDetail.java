package vn.thongsuot.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Chi tiết mục nhật ký.** Everything one entry holds.
///
/// @param body the entry itself: exactly these characters are sealed
/// @param data what happened, without personal data
/// @param personal the personal data beside it
public record TrailDetail(TrailEntry entry, String body, List<Value> data, List<PersonalValue> personal) {

    public TrailDetail {
        data = List.copyOf(data);
        personal = List.copyOf(personal);
    }

    /// **Thành phần của sự kiện.**
    ///
    /// @param name of the event's component
    /// @param text plain text of a text, number or date; JSON of anything else
    public record Value(String name, String text) {}

    /// **Dữ liệu cá nhân kèm theo.**
    ///
    /// @param subject whose data it is; null where nothing is kept
    /// @param text null unless {@link State#VISIBLE}
    public record PersonalValue(
            String name,
            @Nullable String subject,
            State state,
            @Nullable String text) {

        /// **Tình trạng dữ liệu cá nhân.**
        public enum State {
            VISIBLE,
            /// The person's key was destroyed.
            ERASED,
            /// Nothing was kept: the person's key was destroyed before, or somebody removed the row.
            ABSENT,
            /// It is not what the entry committed to.
            ALTERED
        }
    }
}
