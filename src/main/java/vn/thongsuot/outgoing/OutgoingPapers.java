package vn.thongsuot.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.files.Files;
import vn.thongsuot.files.FilesProblem;
import vn.thongsuot.files.Previews;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.shared.Refusal;

/// Files of outgoing documents: PDF that can be read.
@Component
class OutgoingPapers {

    private static final Set<String> TAKEN = Set.of(StoredFile.PDF);

    private final Files files;
    private final Previews previews;

    OutgoingPapers(Files files, Previews previews) {
        this.files = files;
        this.previews = previews;
    }

    StoredFile store(InputStream content) {
        StoredFile stored;
        try {
            stored = files.store(content, TAKEN);
        } catch (Refusal refused) {
            throw refused.problem() == FilesProblem.TYPE_NOT_TAKEN ? OutgoingProblem.FILE_NOT_PDF.because() : refused;
        }
        if (previews.pages(stored) == 0) {
            throw OutgoingProblem.FILE_UNREADABLE.because();
        }
        return stored;
    }

    byte[] content(FileHash hash) {
        try (InputStream content = files.open(hash)) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
