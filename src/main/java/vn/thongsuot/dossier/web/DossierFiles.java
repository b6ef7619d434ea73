package vn.thongsuot.dossier.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.dossier.DossierView;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.files.Files;
import vn.thongsuot.files.FilesProblem;
import vn.thongsuot.files.Previews;
import vn.thongsuot.files.StoredFile;
import vn.thongsuot.procedure.ProcedureParts.Handling;

/// The files of a dossier as its page shows them.
@Component
class DossierFiles {

    private final Dossiers dossiers;
    private final Files files;
    private final Previews previews;

    DossierFiles(Dossiers dossiers, Files files, Previews previews) {
        this.dossiers = dossiers;
        this.files = files;
        this.previews = previews;
    }

    List<DossierPage.Paper> papers(DossierView dossier) {
        return dossiers.components(dossier).stream()
                .map(paper -> new DossierPage.Paper(
                        paper.code(),
                        paper.name(),
                        paper.handling() == Handling.SUBMITTED,
                        paper.asked(),
                        paper.files().stream().map(file -> shown(dossier, file)).toList()))
                .toList();
    }

    /// The signed result, or else the draft; null before there is any.
    DossierPage.@Nullable Shown result(DossierView dossier) {
        List<DossierView.File> results = dossiers.results(dossier);
        return results.isEmpty() ? null : shown(dossier, results.getFirst());
    }

    /// What the office gave the applicant.
    List<DossierPage.Shown> forms(DossierView dossier) {
        return dossiers.forms(dossier).stream()
                .map(file -> shown(dossier, file))
                .toList();
    }

    private DossierPage.Shown shown(DossierView dossier, DossierView.File file) {
        return new DossierPage.Shown(
                file, "/dossiers/" + dossier.id() + "/files/" + file.id(), previews.pages(stored(file)));
    }

    StoredFile stored(DossierView.File file) {
        return files.find(file.hash()).orElseThrow(FilesProblem.FILE_ABSENT::because);
    }
}
