package vn.thongsuot.outgoing.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.thongsuot.files.Files;
import vn.thongsuot.files.FilesProblem;
import vn.thongsuot.files.Previews;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.outgoing.OutgoingDocuments;
import vn.thongsuot.outgoing.OutgoingView;
import vn.thongsuot.shared.Words;

/// The files of an outgoing document as its page shows them.
@Component
class OutgoingFiles {

    private final OutgoingDocuments documents;
    private final Files files;
    private final Previews previews;
    private final Words words;

    OutgoingFiles(OutgoingDocuments documents, Files files, Previews previews, Words words) {
        this.documents = documents;
        this.files = files;
        this.previews = previews;
        this.words = words;
    }

    /// The newest first.
    List<OutgoingPage.Paper> papers(OutgoingView document, Locale locale) {
        return documents.files(document).stream()
                .map(file -> new OutgoingPage.Paper(
                        words.of(locale, Words.key("outgoing.file.", file.kind())),
                        file.name(),
                        "/outgoing/" + document.id() + "/files/" + file.id(),
                        previews.pages(stored(file))))
                .toList();
    }

    StoredFile stored(OutgoingView.File file) {
        return files.find(file.hash()).orElseThrow(FilesProblem.FILE_ABSENT::because);
    }
}
