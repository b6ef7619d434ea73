package vn.thongsuot.audit;

/// **Dấu thời gian cho niêm phong.** A time-stamp authority outside (RFC 3161), which shows that a checkpoint
/// existed at a time also to those who do not trust the log's key. `signing` implements it; as long as nobody does,
/// checkpoints stay without a stamp.
public interface CheckpointStamps {

    /// The time-stamp token (DER) over `sha256`, the SHA-256 of a checkpoint's note. May take seconds; where the
    /// authority does not answer it throws, and is asked again later.
    byte[] stamp(byte[] sha256);
}
