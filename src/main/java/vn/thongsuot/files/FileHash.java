package vn.thongsuot.files;

import java.util.regex.Pattern;

/// **Mã băm của tệp.** SHA-256 of a file's content, 64 hexadecimal digits: what it is stored under.
public record FileHash(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public FileHash {
        if (!SHAPE.matcher(value).matches()) {
            throw FilesProblem.FILE_ABSENT.because();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
