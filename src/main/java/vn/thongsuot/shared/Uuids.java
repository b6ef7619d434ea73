package vn.thongsuot.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// **Mã duy nhất.** UUID version 7 (RFC 9562): sorted by time, so that indexes grow at one end.
public final class Uuids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuids() {}

    /// A fresh UUIDv7 stamped with `at`.
    public static UUID next(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | RANDOM.nextInt(1 << 12);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
