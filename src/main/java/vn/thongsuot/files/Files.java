package vn.thongsuot.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.tika.Tika;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// **Kho tệp.** Stores files by their content, streamed: no file is ever wholly in memory.
@Component
public class Files {

    private static final int AT_ONCE = 64 * 1024;

    /// A disk with less than this left takes no more.
    private static final long KEPT_FREE = 64L * 1024 * 1024;

    private final Path folder;
    private final long largest;
    private final JdbcClient jdbc;
    private final InstantSource realTime;
    private final Tika tika = new Tika();

    Files(FilesProperties properties, JdbcClient jdbc, InstantSource realTime) {
        this.folder = properties.folder().toAbsolutePath();
        this.largest = properties.largest().toBytes();
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    /// Stores `content` to its end. The same content is stored once.
    ///
    /// @param types what may be stored, by what the content is; empty for anything
    ///
    /// Refuses what is empty, too large, of another type, or finds no room ({@link FilesProblem}); nothing is left
    /// of what is refused.
    public StoredFile store(InputStream content, Set<String> types) {
        try {
            java.nio.file.Files.createDirectories(incoming());
            Path draft = incoming().resolve(UUID.randomUUID().toString());
            try {
                return store(content, draft, types);
            } finally {
                java.nio.file.Files.deleteIfExists(draft);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private StoredFile store(InputStream content, Path draft, Set<String> types) throws IOException {
        FileHash hash = write(content, draft);
        long size = java.nio.file.Files.size(draft);
        String type = tika.detect(draft);
        if (!types.isEmpty() && !types.contains(type)) {
            throw FilesProblem.TYPE_NOT_TAKEN.because();
        }
        Path shelf = shelf(hash);
        java.nio.file.Files.createDirectories(shelf);
        if (!java.nio.file.Files.exists(place(hash))) {
            java.nio.file.Files.move(draft, place(hash), StandardCopyOption.ATOMIC_MOVE);
            sync(shelf);
        }
        jdbc.sql("""
                        insert into files.content (hash, size, type, stored_at) values (:hash, :size, :type, :at)
                        on conflict (hash) do nothing
                        """)
                .param("hash", hash.value())
                .param("size", size)
                .param("type", type)
                .param("at", Timestamp.from(realTime.instant()))
                .update();
        return new StoredFile(hash, size, type);
    }

    /// Writes to disk and through to it.
    private FileHash write(InputStream content, Path draft) throws IOException {
        MessageDigest sha256 = sha256();
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), sha256)) {
            if (java.nio.file.Files.getFileStore(incoming()).getUsableSpace() < KEPT_FREE) {
                throw FilesProblem.STORE_FULL.because();
            }
            byte[] part = new byte[AT_ONCE];
            long size = 0;
            for (int read = content.read(part); read >= 0; read = content.read(part)) {
                size += read;
                if (size > largest) {
                    throw FilesProblem.FILE_TOO_LARGE.because(largest / (1024 * 1024));
                }
                out.write(part, 0, read);
            }
            if (size == 0) {
                throw FilesProblem.FILE_EMPTY.because();
            }
            file.force(true);
        }
        return new FileHash(HexFormat.of().formatHex(sha256.digest()));
    }

    public Optional<StoredFile> find(FileHash hash) {
        return jdbc.sql("select size, type from files.content where hash = :hash")
                .param("hash", hash.value())
                .query((row, _) -> new StoredFile(hash, row.getLong("size"), row.getString("type")))
                .optional();
    }

    /// The content of a stored file. Refuses one there is not ({@link FilesProblem#FILE_ABSENT}).
    public InputStream open(FileHash hash) {
        try {
            return java.nio.file.Files.newInputStream(place(hash));
        } catch (NoSuchFileException | FileNotFoundException absent) {
            throw FilesProblem.FILE_ABSENT.because();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path place(FileHash hash) {
        return shelf(hash).resolve(hash.value());
    }

    private Path shelf(FileHash hash) {
        String name = hash.value();
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
    }

    private Path incoming() {
        return folder.resolve("incoming");
    }

    /// After a power cut the name is there as well as the content.
    private static void sync(Path directory) throws IOException {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
