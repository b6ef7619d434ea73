package vn.thongsuot.files;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// **Tệp minh họa.** Files of made-up documents and dossiers: one page that says its title and that it is nobody's.
@Component
public class Samples {

    private final PdfPress press;
    private final Files files;
    private final Map<String, StoredFile> printed = new ConcurrentHashMap<>();

    Samples(PdfPress press, Files files) {
        this.press = press;
        this.files = files;
    }

    /// The sample called `title`, a PDF: the same file however often it is asked for.
    public StoredFile of(String title) {
        return printed.computeIfAbsent(
                title,
                _ -> files.store(
                        new ByteArrayInputStream(press.print("files/sample.jte", title)), Set.of(StoredFile.PDF)));
    }
}
