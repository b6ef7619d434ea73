package vn.thongsuot.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.thongsuot.shared.DocumentFont;

/// Documents to sign, and what strangers' programs say of them.
final class Pdfs {

    private Pdfs() {}

    /// `pages` pages of A4, each stored turned by `rotation`.
    static byte[] document(int pages, int rotation) {
        try (PDDocument document = new PDDocument();
                InputStream file = DocumentFont.REGULAR.open()) {
            PDType0Font font = PDType0Font.load(document, file, true);
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setRotation(rotation);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 14);
                    content.newLineAtOffset(72, 700);
                    content.showText("ỦY BAN NHÂN DÂN TỈNH TRÀ VINH – trang " + number);
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// What poppler's `pdfsig` says.
    static String pdfsig(Path folder, byte[] pdf) {
        return run(
                0, List.of("pdfsig", "-nocert", write(folder, "signed.pdf", pdf).toString()));
    }

    static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static String run(int expected, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != expected) {
                throw new IllegalStateException(command + " ended with " + code + ": " + said);
            }
            return said;
        } catch (IOException missing) {
            throw new UncheckedIOException("no " + command.getFirst() + "; bin/prepare installs it", missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
