package vn.thongsuot.dossier;

import java.util.UUID;
import vn.thongsuot.files.FileHash;

/// **Tệp đã chọn.** A file chosen in a form, stored and waiting for the form to be sent; only whoever chose it uses it.
public record Upload(UUID id, String name, FileHash hash) {}
