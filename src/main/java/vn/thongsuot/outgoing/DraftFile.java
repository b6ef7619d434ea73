package vn.thongsuot.outgoing;

import java.util.UUID;
import vn.thongsuot.files.FileHash;

/// **Tệp dự thảo đã chọn.** A file chosen in a form, stored and waiting for the form to be sent; only whoever chose it
/// uses it.
public record DraftFile(UUID id, String name, FileHash hash) {}
