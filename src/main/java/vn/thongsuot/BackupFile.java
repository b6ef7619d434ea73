package vn.thongsuot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// **Tệp sao lưu.** One zip file that whoever made the backup can read: folders and files under their paths, last
/// a `MANIFEST` with facts (`name: value`), every folder and the SHA-256 of every file. It holds keys, so only its
/// owner may
/// read it. The manifest finds damage; it is no proof against a forger.
final class BackupFile {

    static final String MANIFEST = "MANIFEST";

    /// What the manifest says of a folder in the place of a hash.
    private static final String FOLDER = "folder";

    private BackupFile() {}

    /// Writes a backup beside its final name and moves it there when it is whole.
    static final class Writer implements AutoCloseable {

        private final Path target;
        private final Path part;
        private final FileChannel channel;
        private final ZipOutputStream zip;
        private final Map<String, String> hashes = new LinkedHashMap<>();

        Writer(Path target) throws IOException {
            this.target = target;
            this.part = target.resolveSibling(target.getFileName() + ".part");
            Files.deleteIfExists(part);
            this.channel = FileChannel.open(
                    part,
                    EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            zip.setLevel(Deflater.BEST_SPEED);
        }

        void folder(String path) throws IOException {
            zip.putNextEntry(new ZipEntry(path + "/"));
            zip.closeEntry();
            hashes.put(path + "/", FOLDER);
        }

        void add(String path, byte[] content) throws IOException {
            add(path, new java.io.ByteArrayInputStream(content));
        }

        void add(String path, InputStream content) throws IOException {
            MessageDigest digest = sha256();
            zip.putNextEntry(new ZipEntry(path));
            try (DigestInputStream counted = new DigestInputStream(content, digest)) {
                counted.transferTo(zip);
            }
            zip.closeEntry();
            hashes.put(path, HexFormat.of().formatHex(digest.digest()));
        }

        int files() {
            return (int) hashes.values().stream()
                    .filter(hash -> !hash.equals(FOLDER))
                    .count();
        }

        /// Ends the backup with its manifest; until then there is no file under its name.
        void finish(Map<String, String> facts) throws IOException {
            String manifest = facts.entrySet().stream()
                            .map(fact -> fact.getKey() + ": " + fact.getValue())
                            .collect(Collectors.joining("\n"))
                    + "\n\n"
                    + hashes.entrySet().stream()
                            .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                            .collect(Collectors.joining());
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            zip.close();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                channel.close();
            }
            Files.deleteIfExists(part);
        }
    }

    /// Reads every byte of the backup and compares it with its manifest. Throws {@link IllegalStateException}
    /// that says what is wrong; otherwise the facts of the manifest.
    static Map<String, String> check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry manifest = zip.getEntry(MANIFEST);
            if (manifest == null) {
                throw damaged(file, "it has no manifest");
            }
            List<String> lines = lines(file, zip, manifest);
            compare(
                    file,
                    zip,
                    pairs(
                            file,
                            lines.stream().dropWhile(line -> !line.isEmpty()).skip(1),
                            "  ",
                            1));
            return pairs(file, lines.stream().takeWhile(line -> !line.isEmpty()), ": ", 0);
        } catch (ZipException | java.io.EOFException broken) {
            throw damaged(file, String.valueOf(broken.getMessage()));
        }
    }

    private static List<String> lines(Path file, ZipFile zip, ZipEntry manifest) throws IOException {
        CRC32 sum = new CRC32();
        byte[] content;
        try (InputStream checked = new CheckedInputStream(zip.getInputStream(manifest), sum)) {
            content = checked.readAllBytes();
        }
        if (sum.getValue() != manifest.getCrc()) {
            throw damaged(file, "its manifest was changed");
        }
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }

    /// Lines of two parts as a map; the key is the part at place `key`.
    private static Map<String, String> pairs(Path file, Stream<String> lines, String between, int key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        lines.forEach(line -> {
            String[] parts = line.split(between, 2);
            if (parts.length < 2 || pairs.put(parts[key], parts[1 - key]) != null) {
                throw damaged(file, "its manifest says " + line);
            }
        });
        return pairs;
    }

    private static void compare(Path file, ZipFile zip, Map<String, String> expected) throws IOException {
        Map<String, String> missing = new LinkedHashMap<>(expected);
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            if (entry.getName().equals(MANIFEST)) {
                continue;
            }
            if (!hash(zip, entry).equals(missing.remove(entry.getName()))) {
                throw damaged(file, entry.getName() + " is not what was backed up");
            }
        }
        if (!missing.isEmpty()) {
            throw damaged(file, missing.keySet().iterator().next() + " is missing");
        }
    }

    private static String hash(ZipFile zip, ZipEntry entry) throws IOException {
        if (entry.isDirectory()) {
            return FOLDER;
        }
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(zip.getInputStream(entry), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Puts the files under `prefix` into `folder`, readable by their owner only.
    static void extract(Path file, String prefix, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                if (!entry.getName().startsWith(prefix)) {
                    continue;
                }
                Path path = folder.resolve(entry.getName().substring(prefix.length()))
                        .normalize();
                if (!path.startsWith(folder)) {
                    throw damaged(file, entry.getName() + " would leave its folder");
                }
                Path parent = entry.isDirectory() ? path : path.getParent();
                if (parent != null) {
                    privateFolders(folder, parent);
                }
                if (!entry.isDirectory()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, path);
                    }
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }

    private static void privateFolders(Path top, Path folder) throws IOException {
        Path made = top;
        for (Path name : top.relativize(folder)) {
            made = made.resolve(name);
            if (!Files.exists(made)) {
                Files.createDirectory(
                        made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        }
    }

    private static IllegalStateException damaged(Path file, String how) {
        return new IllegalStateException(
                "Bản sao lưu bị hỏng, không khôi phục. The backup is damaged: " + file + ": " + how);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
