package vn.thongsuot.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// **Hộp bí mật.** Encrypts what the server must be able to read again (AES-256-GCM), each secret under its owner, so
/// that one owner's is none of another's. The key lies in a file only the server's user may read, never in the
/// database: who copies the database has no secrets.
public final class SecretBox {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    private SecretBox(SecretKey key) {
        this.key = key;
    }

    /// The box whose key is `file` in `folder`, made where there is none. Two nodes may start at the same moment on one
    /// folder: the first to write wins, the other reads.
    public static SecretBox in(Path folder, String file) {
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            byte[] bytes = HexFormat.of().parseHex(readOrMake(path).strip());
            if (bytes.length != KEY) {
                throw new IllegalStateException("The key " + path + " is not what was written there");
            }
            return new SecretBox(new SecretKeySpec(bytes, "AES"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key " + path + " cannot be read or made", unreadable);
        }
    }

    /// An id as an owner.
    public static byte[] owner(UUID id) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public byte[] seal(byte[] owner, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, secret);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /// Throws {@link IllegalStateException} for what was not sealed by this box for `owner`.
    public byte[] open(byte[] owner, byte[] sealed) {
        return run(
                Cipher.DECRYPT_MODE,
                owner,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] run(int mode, byte[] owner, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException notOurs) {
            throw new IllegalStateException("A secret was not sealed with this installation's key", notOurs);
        }
    }

    private static String readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] made = new byte[KEY];
            new SecureRandom().nextBytes(made);
            Path draft = Files.createTempFile(file.getParent(), "new", ".key", ownerOnly("rw-------"));
            Files.writeString(draft, HexFormat.of().formatHex(made) + "\n", StandardOpenOption.SYNC);
            link(file, draft);
        }
        return Files.readString(file);
    }

    private static void link(Path file, Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException otherNode) {
            // The other node's key is read instead.
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
