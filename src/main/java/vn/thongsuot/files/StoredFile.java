package vn.thongsuot.files;

/// **Tệp đã lưu.** What the store knows of a file.
///
/// @param size in bytes
/// @param type what its content is (`application/pdf`), whatever its name said
public record StoredFile(FileHash hash, long size, String type) {

    public static final String PDF = "application/pdf";
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";

    public boolean image() {
        return type.equals(PNG) || type.equals(JPEG);
    }
}
