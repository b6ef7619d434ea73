package vn.thongsuot.signing;

import java.time.Instant;
import java.util.UUID;

/// **Văn bản đã ký.** A document with a signature added to it; what stood in it before is unchanged, byte for byte.
///
/// @param serial the certificate's number, hexadecimal
/// @param digest SHA-256 of the signed file, hexadecimal
/// @param at business time of the signature
public record SignedPdf(UUID id, Content content, String serial, String digest, Instant at) {

    /// A file in memory.
    public static final class Content {

        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
