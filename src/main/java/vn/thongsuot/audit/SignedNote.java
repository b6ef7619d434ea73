package vn.thongsuot.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Writes and reads the log's checkpoints: signed notes as in C2SP `tlog-checkpoint` and `signed-note`, one
/// Ed25519 signature, and two lines more than those ask for: the checkpoint's number and its time.
@Component
class SignedNote {

    private static final String ALGORITHM = "Ed25519";
    private static final byte ED25519 = 1;
    private static final int RAW_KEY = 32;
    private static final int KEY_ID = 4;
    private static final String SIGNATURE = "— ";
    private static final String NUMBER = "number ";
    private static final String SEALED = "sealed ";
    private static final int LINES = 5;

    private final String name;
    private final PrivateKey signing;
    private final PublicKey verifying;
    private final byte[] rawKey;
    private final byte[] keyId;

    SignedNote(AuditProperties properties, KeyFiles keys) {
        this.name = properties.name();
        this.signing = keys.signing();
        this.verifying = keys.verifying();
        byte[] encoded = verifying.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length);
        this.rawKey = ByteBuffer.allocate(1 + RAW_KEY).put(ED25519).put(raw).array();
        this.keyId = Arrays.copyOf(Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), rawKey), KEY_ID);
    }

    /// What a checkpoint says.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Statement(long number, long size, byte[] root, Instant sealed) {}

    /// The log's name in its checkpoints.
    String name() {
        return name;
    }

    /// The public key in the form of C2SP signed notes: `name+keyid+base64`.
    String key() {
        return name + "+" + HexFormat.of().formatHex(keyId) + "+"
                + Base64.getEncoder().encodeToString(rawKey);
    }

    String sign(Statement statement) {
        String text = text(statement);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signed = signature.sign();
            byte[] whole = ByteBuffer.allocate(KEY_ID + signed.length)
                    .put(keyId)
                    .put(signed)
                    .array();
            return text + "\n" + SIGNATURE + name + " " + Base64.getEncoder().encodeToString(whole) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String text(Statement statement) {
        return name + "\n" + statement.size() + "\n" + Base64.getEncoder().encodeToString(statement.root()) + "\n"
                + NUMBER + statement.number() + "\n" + SEALED + statement.sealed() + "\n";
    }

    /// What `note` says, if this log's key signed it.
    Optional<Statement> read(String note) {
        int end = note.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        String text = note.substring(0, end + 1);
        List<String> lines = text.lines().toList();
        boolean signed = note.substring(end + 2).lines().anyMatch(line -> signs(line, text));
        if (!signed || lines.size() < LINES || !lines.getFirst().equals(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Statement(
                    Long.parseLong(lines.get(3).substring(NUMBER.length())),
                    Long.parseLong(lines.get(1)),
                    Base64.getDecoder().decode(lines.get(2)),
                    Instant.parse(lines.get(4).substring(SEALED.length()))));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private boolean signs(String line, String text) {
        String start = SIGNATURE + name + " ";
        if (!line.startsWith(start)) {
            return false;
        }
        try {
            byte[] whole = Base64.getDecoder().decode(line.substring(start.length()));
            if (whole.length < KEY_ID || !Arrays.equals(Arrays.copyOf(whole, KEY_ID), keyId)) {
                return false;
            }
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(verifying);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(whole, KEY_ID, whole.length - KEY_ID);
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }
}
