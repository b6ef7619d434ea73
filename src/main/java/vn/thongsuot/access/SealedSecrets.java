package vn.thongsuot.access;

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
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AccountId;

/// Encrypts what the server must be able to read again (AES-256-GCM), each under the account it belongs to, so that
/// one account's secret is none of another's. The key lies in a file only the server's user may read, never in the
/// database: who copies the database has no codes.
@Component
class SealedSecrets {

    private static final String FILE = "sign-in-secrets.key";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SealedSecrets(AccessProperties properties) {
        Path folder = properties.keys();
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            byte[] bytes = HexFormat.of().parseHex(readOrMake(folder).strip());
            if (bytes.length != KEY) {
                throw new IllegalStateException("The key " + folder.resolve(FILE) + " is not what was written there");
            }
            this.key = new SecretKeySpec(bytes, "AES");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key " + folder.resolve(FILE) + " cannot be read or made", unreadable);
        }
    }

    byte[] seal(AccountId owner, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, secret);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(AccountId owner, byte[] sealed) {
        return run(
                Cipher.DECRYPT_MODE,
                owner,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] run(int mode, AccountId owner, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(16)
                    .putLong(owner.value().getMostSignificantBits())
                    .putLong(owner.value().getLeastSignificantBits())
                    .flip());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException notOurs) {
            throw new IllegalStateException("A secret was not sealed with this installation's key", notOurs);
        }
    }

    /// Two nodes may start at the same moment on one folder: the first to write wins, the other reads.
    private String readOrMake(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] made = new byte[KEY];
            random.nextBytes(made);
            Path draft = Files.createTempFile(folder, "new", ".key", ownerOnly("rw-------"));
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
