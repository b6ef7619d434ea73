/// **Thủ tục hành chính.** The catalogue of administrative procedures, as the national database publishes it, and for
/// those that are handled here the parts a dossier cannot do without: components, time limit, steps, fee.
///
/// Face: {@link vn.thongsuot.procedure.Procedures} answers from memory; {@link vn.thongsuot.procedure.Catalogue} loads
/// an edition and enters the parts of a procedure. The shipped edition is described in `resources/procedure/README.md`.
///
/// Tables: `procedure.edition`, `procedure.version`, `procedure.terms`, `procedure.component`, `procedure.step`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar"})
package vn.thongsuot.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
