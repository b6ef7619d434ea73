package vn.thongsuot.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Con trỏ trang.** The sort key of the last row shown, as opaque text for the address: the parts in order.
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001F";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object... parts) {
        return new Cursor(java.util.Arrays.stream(parts).map(String::valueOf).toList());
    }

    /// Reads `text` back; null stays null (the first page).
    /// Refuses with {@link SharedProblem#BAD_REQUEST} what is not a cursor of `size` parts.
    public static @Nullable Cursor read(@Nullable String text, int size) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(plain.split(SEPARATOR, -1)));
            if (cursor.parts.size() == size) {
                return cursor;
            }
        } catch (IllegalArgumentException notBase64) {
            throw SharedProblem.BAD_REQUEST.because("cursor");
        }
        throw SharedProblem.BAD_REQUEST.because("cursor");
    }

    public String part(int index) {
        return parts.get(index);
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }
}
