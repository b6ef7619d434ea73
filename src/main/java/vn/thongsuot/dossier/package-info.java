/// **Hồ sơ một cửa.** A citizen's request from the counter to its signed result.
///
/// Face: {@link vn.thongsuot.dossier.Reception} receives at the counter, {@link vn.thongsuot.dossier.Supplements} asks
/// for what is missing, {@link vn.thongsuot.dossier.Dossiers} moves a dossier on and answers questions. What may follow
/// what is one table: {@link vn.thongsuot.dossier.DossierStatus}.
///
/// Tables: `dossier.dossier`, `dossier.component`, `dossier.file`, `dossier.upload`, `dossier.act`, `dossier.number`.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "calendar",
            "organization",
            "files",
            "notification",
            "signing",
            "procedure"
        })
package vn.thongsuot.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
