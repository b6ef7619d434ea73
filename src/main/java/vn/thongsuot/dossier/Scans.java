package vn.thongsuot.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thongsuot.files.FileHash;
import vn.thongsuot.files.Files;
import vn.thongsuot.files.Previews;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.shared.Uuids;

/// Files of dossiers: what nobody can read digitises nothing, and is not taken.
@Component
class Scans {

    private static final Set<String> PAPERS = Set.of(StoredFile.PDF, StoredFile.PNG, StoredFile.JPEG);
    private static final Set<String> RESULTS = Set.of(StoredFile.PDF);

    private final Files files;
    private final Previews previews;

    Scans(Files files, Previews previews) {
        this.files = files;
        this.previews = previews;
    }

    /// A scan of a paper.
    StoredFile paper(InputStream content) {
        return readable(files.store(content, PAPERS));
    }

    /// A result, or its draft.
    StoredFile result(InputStream content) {
        return readable(files.store(content, RESULTS));
    }

    /// A form the office gave.
    DossierView.File form(DossierForms.Issued issued, Instant at) {
        StoredFile stored = result(new ByteArrayInputStream(issued.pdf()));
        return new DossierView.File(Uuids.next(at), issued.name(), stored.hash(), DossierView.FileKind.FORM, at);
    }

    private StoredFile readable(StoredFile file) {
        if (previews.pages(file) == 0) {
            throw DossierProblem.FILE_UNREADABLE.because();
        }
        return file;
    }

    byte[] content(FileHash hash) {
        try (InputStream content = files.open(hash)) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
