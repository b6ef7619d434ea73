package vn.thongsuot.files;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// **Trả tệp.** A stored file as the answer of whoever owns it, after its own check: streamed, never kept by a browser,
/// shown in the page only where its true type is harmless there.
public final class FileAnswer {

    private FileAnswer() {}

    /// `file` under `name`; shown by the browser where it can be, else taken away.
    public static ResponseEntity<Resource> of(Files files, StoredFile file, String name) {
        boolean shown = file.type().equals(StoredFile.PDF) || file.image();
        InputStreamSource content = () -> files.open(file.hash());
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(shown ? MediaType.parseMediaType(file.type()) : MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new InputStreamResource(content));
    }

    /// A drawn page.
    public static ResponseEntity<byte[]> png(byte[] page) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(page);
    }
}
