package vn.thongsuot.dossier.web;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.thongsuot.audit.AccessRecords;
import vn.thongsuot.dossier.DossierId;
import vn.thongsuot.dossier.DossierView;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.files.FileAnswer;
import vn.thongsuot.files.Files;
import vn.thongsuot.files.Previews;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Thing;

/// A dossier's files, for whoever may see the dossier.
@Controller
@RequestMapping("/dossiers/{id}/files/{file}")
@PreAuthorize("denyAll()")
class DossierFileController {

    private final Dossiers dossiers;
    private final DossierFiles shown;
    private final Files files;
    private final Previews previews;
    private final AccessRecords accesses;

    DossierFileController(
            Dossiers dossiers, DossierFiles shown, Files files, Previews previews, AccessRecords accesses) {
        this.dossiers = dossiers;
        this.shown = shown;
        this.files = files;
        this.previews = previews;
        this.accesses = accesses;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('DOSSIER_VIEW')")
    ResponseEntity<Resource> show(@PathVariable UUID id, @PathVariable UUID file, Actor reader) {
        DossierView.File found = dossiers.file(dossiers.find(new DossierId(id), reader), file);
        accesses.record(reader, new Thing("dossier", id.toString()), AccessRecords.Kind.DOWNLOADED);
        return FileAnswer.of(files, shown.stored(found), found.name());
    }

    @GetMapping("/pages/{page}")
    @PreAuthorize("hasAuthority('DOSSIER_VIEW')")
    ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable UUID file, @PathVariable int page, Actor reader) {
        DossierView.File found = dossiers.file(dossiers.find(new DossierId(id), reader), file);
        return FileAnswer.png(previews.page(shown.stored(found), page));
    }
}
