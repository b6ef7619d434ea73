package vn.thongsuot.outgoing.web;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.thongsuot.audit.AccessRecords;
import vn.thongsuot.files.FileAnswer;
import vn.thongsuot.files.Files;
import vn.thongsuot.files.Previews;
import vn.thongsuot.outgoing.OutgoingDocuments;
import vn.thongsuot.outgoing.OutgoingId;
import vn.thongsuot.outgoing.OutgoingView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Thing;

/// An outgoing document's files, for whoever may see the document.
@Controller
@RequestMapping("/outgoing/{id}/files/{file}")
@PreAuthorize("denyAll()")
class OutgoingFileController {

    private final OutgoingDocuments documents;
    private final OutgoingFiles shown;
    private final Files files;
    private final Previews previews;
    private final AccessRecords accesses;

    OutgoingFileController(
            OutgoingDocuments documents, OutgoingFiles shown, Files files, Previews previews, AccessRecords accesses) {
        this.documents = documents;
        this.shown = shown;
        this.files = files;
        this.previews = previews;
        this.accesses = accesses;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('OUTGOING_VIEW')")
    ResponseEntity<Resource> show(@PathVariable UUID id, @PathVariable UUID file, Actor reader) {
        OutgoingView.File found = found(id, file, reader);
        accesses.record(reader, new Thing("outgoing", id.toString()), AccessRecords.Kind.DOWNLOADED);
        return FileAnswer.of(files, shown.stored(found), found.name());
    }

    @GetMapping("/pages/{page}")
    @PreAuthorize("hasAuthority('OUTGOING_VIEW')")
    ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable UUID file, @PathVariable int page, Actor reader) {
        return FileAnswer.png(previews.page(shown.stored(found(id, file, reader)), page));
    }

    private OutgoingView.File found(UUID id, UUID file, Actor reader) {
        return documents.file(documents.find(new OutgoingId(id), reader), file);
    }
}
