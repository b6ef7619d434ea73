package vn.thongsuot.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// **Con trỏ trang.** The sort key of the last row shown, as opaque text for the address: the parts in order, with
/// a check sum, so that an address cut short or typed over is refused and never read as another place. It grants
/// nothing: a list asks for the reader's rights on every page.
public record Cursor(List<String> parts) {

    private static final int LONGEST = 4_000;

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(String::valueOf).toList());
    }

    /// Reads `text` back; null stays null (the first page).
    /// Refuses with {@link SharedProblem#BAD_REQUEST} what is not a cursor of `size` parts.
    public static @Nullable Cursor read(@Nullable String text, int size) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Cursor cursor = text.length() > LONGEST ? null : decoded(text);
        // Encoded anew it must be the same: Base64 has more than one spelling of the same bytes.
        if (cursor == null || cursor.parts.size() != size || !cursor.text().equals(text)) {
            throw refused();
        }
        return cursor;
    }

    private static @Nullable Cursor decoded(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        if (bytes.length < Integer.BYTES) {
            return null;
        }
        byte[] content = Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
        return ByteBuffer.wrap(bytes).getInt() == check(content) ? parts(content) : null;
    }

    private static @Nullable Cursor parts(byte[] content) {
        List<String> parts = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.remaining() >= Short.BYTES) {
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                return null;
            }
            byte[] part = new byte[length];
            rest.get(part);
            parts.add(new String(part, StandardCharsets.UTF_8));
        }
        return rest.hasRemaining() ? null : new Cursor(parts);
    }

    public String part(int index) {
        return parts.get(index);
    }

    /// The part as an id; refused like a whole cursor that cannot be read.
    public UUID id(int index) {
        return part(index, UUID::fromString);
    }

    public long number(int index) {
        return part(index, Long::parseLong);
    }

    public Instant instant(int index) {
        return part(index, Instant::parse);
    }

    private <T> T part(int index, Function<String, T> reading) {
        try {
            return reading.apply(parts.get(index));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw refused();
        }
    }

    public String text() {
        List<byte[]> written = parts.stream()
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toList();
        ByteBuffer content = ByteBuffer.allocate(
                written.stream().mapToInt(part -> Short.BYTES + part.length).sum());
        for (byte[] part : written) {
            content.putShort((short) part.length).put(part);
        }
        ByteBuffer whole = ByteBuffer.allocate(Integer.BYTES + content.capacity());
        whole.putInt(check(content.array())).put(content.array());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    private static int check(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }

    private static Refusal refused() {
        return SharedProblem.BAD_REQUEST.because("cursor");
    }
}
