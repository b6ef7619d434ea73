/// **Ký số.** Signs PDF documents with the key of the person who signs (PAdES baseline B) and shows it on the page;
/// numbers, dates and seals what was signed.
///
/// Face: {@link vn.thongsuot.signing.Signing} for persons, {@link vn.thongsuot.signing.Seals} for agencies. Keys: so
/// far the software token of the demonstration's own
/// certification authority; an installation without it has no means of signing yet and says so.
///
/// Tables: `signing.authority`, `signing.certificate`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "organization"})
package vn.thongsuot.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
