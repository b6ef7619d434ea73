package vn.thongsuot.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// **Văn bản song ngữ.** A name or sentence kept as data in Vietnamese and, where known, English.
public record Text(String vi, @Nullable String en) {

    public static Text of(String vi) {
        return new Text(vi, null);
    }

    /// The text for a reader of `locale`; Vietnamese where no English was given.
    public String in(Locale locale) {
        String english = en;
        return english != null && locale.getLanguage().equals("en") ? english : vi;
    }
}
