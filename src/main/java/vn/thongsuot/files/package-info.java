/// **Tệp.** A content-addressed store: a file lies under the SHA-256 of its content, once, and is never changed.
///
/// Face: {@link vn.thongsuot.files.Files} stores and opens, {@link vn.thongsuot.files.Previews} draws pages,
/// {@link vn.thongsuot.files.PdfPress} makes documents to keep. There is no address here by which anybody reaches a
/// file: the module that owns it asks its own rights first and then answers with {@link
/// vn.thongsuot.files.FileAnswer}.
///
/// Tables: `files.content`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package vn.thongsuot.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
