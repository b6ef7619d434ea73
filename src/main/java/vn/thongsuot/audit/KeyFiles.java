package vn.thongsuot.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The log's own keys, from files only the server's user may read, made at the first start: the Ed25519 pair that
/// signs checkpoints and the AES key that wraps the subjects' keys. They are never in the database.
@Component
class KeyFiles {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFiles.class);
    private static final String PAIR = "log-signing.key";
    private static final String MASTER = "subjects-master.key";
    private static final int MASTER_BYTES = 32;

    private final PrivateKey signing;
    private final PublicKey verifying;
    private final SecretKey master;

    KeyFiles(AuditProperties properties) {
        Path folder = properties.keys();
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            // One file holds both halves, so that they cannot come apart: PKCS#8 and SubjectPublicKeyInfo in Base64.
            String[] pair = readOrMake(folder.resolve(PAIR), KeyFiles::newPair).split("\n");
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            this.signing = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pair[0].strip())));
            this.verifying = keys.generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(pair[1].strip())));
            String text =
                    readOrMake(folder.resolve(MASTER), KeyFiles::newMaster).strip();
            this.master = new SecretKeySpec(HexFormat.of().parseHex(text), "AES");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The log's keys in " + folder + " cannot be read or made", unreadable);
        } catch (GeneralSecurityException | RuntimeException broken) {
            throw new IllegalStateException("The log's keys in " + folder + " are not what was written there", broken);
        }
    }

    PrivateKey signing() {
        return signing;
    }

    PublicKey verifying() {
        return verifying;
    }

    SecretKey master() {
        return master;
    }

    /// Two nodes may start at the same moment on one folder: the first to write wins, the other reads.
    private static String readOrMake(Path file, Supplier<String> make) throws IOException {
        if (!Files.exists(file)) {
            Path draft = Files.createTempFile(file.getParent(), "new", ".key", ownerOnly("rw-------"));
            try {
                Files.writeString(draft, make.get(), StandardOpenOption.SYNC);
                Files.createLink(file, draft);
                LOG.info("Made {}. Keep a copy apart from the database.", file);
            } catch (FileAlreadyExistsException otherNode) {
                LOG.info("Another node made {}", file);
            } finally {
                Files.delete(draft);
            }
        }
        return Files.readString(file);
    }

    private static String newPair() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String newMaster() {
        byte[] key = new byte[MASTER_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key) + "\n";
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
