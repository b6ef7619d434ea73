package vn.thongsuot.incoming.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thongsuot.files.Files;
import vn.thongsuot.files.FilesProblem;
import vn.thongsuot.files.Previews;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.incoming.IncomingDocuments;
import vn.thongsuot.incoming.IncomingView;

/// The files of an incoming document as its page shows them.
@Component
class IncomingFiles {

    private final IncomingDocuments documents;
    private final Files files;
    private final Previews previews;

    IncomingFiles(IncomingDocuments documents, Files files, Previews previews) {
        this.documents = documents;
        this.files = files;
        this.previews = previews;
    }

    List<IncomingPage.Paper> papers(IncomingView document) {
        return documents.files(document).stream()
                .map(file -> new IncomingPage.Paper(
                        file.name(),
                        "/incoming/" + document.id() + "/files/" + file.id(),
                        previews.pages(stored(file))))
                .toList();
    }

    StoredFile stored(IncomingView.File file) {
        return files.find(file.hash()).orElseThrow(FilesProblem.FILE_ABSENT::because);
    }
}
