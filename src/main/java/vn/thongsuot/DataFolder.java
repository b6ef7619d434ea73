package vn.thongsuot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// **Thư mục dữ liệu.** What makes a data folder whole: drafts get their names only when they are done, and what
/// killed starts left half made goes.
final class DataFolder {

    /// Begins the name of what is being made. The rest is another number each time: a program of a killed start may
    /// still be writing into its own draft.
    static final String DRAFT = "postgres.new";

    /// The same for the programs, before they are in place.
    static final String UNPACKING = "unpacking";

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final Pattern LEFTOVER = Pattern.compile("(" + Pattern.quote(DRAFT) + "|" + UNPACKING + ")\\d+");

    private DataFolder() {}

    static boolean isLeftover(String name) {
        return LEFTOVER.matcher(name).matches();
    }

    /// For the owner of the folder's lock: nobody else may be making something.
    static void deleteLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(
                folder, path -> isLeftover(path.getFileName().toString()))) {
            for (Path leftover : leftovers) {
                try {
                    delete(leftover);
                } catch (IOException busy) {
                    LOG.info(
                            "{} of a killed start is still in use ({}); a later start deletes it",
                            leftover,
                            busy.toString());
                }
            }
        }
    }

    /// Deletes a folder with all that is in it; nothing where there is none.
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Makes the names in `folder` survive a power cut.
    static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder)) {
            names.force(true);
        }
    }
}
