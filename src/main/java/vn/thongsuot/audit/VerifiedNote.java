package vn.thongsuot.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A checkpoint whose signature holds, as the verifier reads it: from the note's text and a public key, with
/// nothing of the server.
final class VerifiedNote {

    static final int HASH = 32;
    private static final int KEY_ID = 4;
    private static final int LINES = 5;
    /// What stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410).
    private static final byte[] KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    private final long number;
    private final long size;
    private final byte[] root;
    private final Instant sealed;

    private VerifiedNote(String[] lines) {
        this.size = Long.parseLong(lines[1]);
        this.root = Base64.getDecoder().decode(lines[2]);
        this.number = Long.parseLong(after("number ", lines[3]));
        this.sealed = Instant.parse(after("sealed ", lines[4]));
    }

    /// What `note` says, if `key` (`name+keyid+base64`) signed it.
    static Optional<VerifiedNote> read(String note, String key) {
        try {
            String[] parts = key.split("\\+", 3);
            int end = note.indexOf("\n\n");
            String text = note.substring(0, end + 1);
            String[] lines = text.split("\n");
            String start = "— " + parts[0] + " ";
            for (String line : note.substring(end + 2).split("\n")) {
                if (line.startsWith(start)
                        && lines.length >= LINES
                        && lines[0].equals(parts[0])
                        && signs(Base64.getDecoder().decode(line.substring(start.length())), text, parts)) {
                    return Optional.of(new VerifiedNote(lines));
                }
            }
            return Optional.empty();
        } catch (GeneralSecurityException
                | DateTimeException
                | IllegalArgumentException
                | IndexOutOfBoundsException forged) {
            return Optional.empty();
        }
    }

    private static boolean signs(byte[] signature, String text, String[] key) throws GeneralSecurityException {
        byte[] raw = Base64.getDecoder().decode(key[2]);
        byte[] id = Arrays.copyOf(sha256(bytes(key[0] + "\n"), raw), KEY_ID);
        if (raw.length != 1 + HASH
                || raw[0] != 1
                || !HexFormat.of().formatHex(id).equals(key[1])
                || !Arrays.equals(Arrays.copyOf(signature, KEY_ID), id)) {
            return false;
        }
        byte[] encoded = Arrays.copyOf(KEY_INFO, KEY_INFO.length + HASH);
        System.arraycopy(raw, 1, encoded, KEY_INFO.length, HASH);
        Signature verification = Signature.getInstance("Ed25519");
        verification.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        verification.update(bytes(text));
        return verification.verify(signature, KEY_ID, signature.length - KEY_ID);
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new IllegalArgumentException(line);
        }
        return line.substring(word.length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    long number() {
        return number;
    }

    long size() {
        return size;
    }

    Instant sealed() {
        return sealed;
    }

    boolean hasRoot(byte[] computed) {
        return Arrays.equals(root, computed);
    }
}
