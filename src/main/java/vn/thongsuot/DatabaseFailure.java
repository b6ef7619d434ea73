package vn.thongsuot;

import org.jspecify.annotations.Nullable;

/// **Không mở được cơ sở dữ liệu.** Why there is no database to work with, and what a person can do about it:
/// both in Vietnamese and in English, and without any password.
final class DatabaseFailure extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final String happened;
    private final String remedy;

    DatabaseFailure(String happened, String remedy, @Nullable Throwable cause) {
        super(happened + " " + remedy, cause);
        this.happened = happened;
        this.remedy = remedy;
    }

    String happened() {
        return happened;
    }

    String remedy() {
        return remedy;
    }
}
