package vn.thongsuot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// **Mật khẩu của PostgreSQL nhúng.** A secret only the server's user may read, made with the cluster and never
/// after it: a cluster whose password is gone does not open for another.
final class DatabasePassword {

    static final String FILE = "postgres.password";

    private static final int BYTES = 24;

    private DatabasePassword() {}

    /// The password of the cluster that is in `folder`.
    static String of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        String password = written(file);
        if (password.isEmpty()) {
            boolean there = Files.exists(file);
            throw new DatabaseFailure(
                    "Mật khẩu của cơ sở dữ liệu đã mất. The password of the database is gone: " + file
                            + (there ? " is empty." : " is not there."),
                    "Chép lại tệp này từ một bản sao của thư mục, hoặc khôi phục bản sao lưu vào thư mục khác. "
                            + "Put this file back from a copy of the folder, or restore a backup into another folder.",
                    null);
        }
        return password;
    }

    /// The same for a cluster that is about to be made. An empty file is what a killed start left.
    static String make(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (written(file).isEmpty()) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            Path draft = Files.createTempFile(
                    folder,
                    DataFolder.DRAFT,
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, HexFormat.of().formatHex(secret), StandardOpenOption.SYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            DataFolder.force(folder);
        }
        return of(folder);
    }

    private static String written(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }
}
