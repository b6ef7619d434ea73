package vn.thongsuot.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import vn.thongsuot.shared.DocumentFont;

/// What is drawn over a page without touching its content: a box, read upright however the page is stored.
@FunctionalInterface
interface Drawing {

    void draw(PDPageContentStream content) throws IOException;

    /// The drawing as an annotation's appearance.
    static PDAppearanceDictionary appearance(
            PDDocument document, TurnedPage turned, TurnedPage.Box box, Drawing drawing) throws IOException {
        PDFormXObject shape = new PDFormXObject(new PDStream(document));
        shape.setResources(new PDResources());
        shape.setFormType(1);
        shape.setBBox(new PDRectangle(box.wide(), box.high()));
        shape.getCOSObject().setItem(COSName.MATRIX, turned.turnedBack());
        PDAppearanceStream stream = new PDAppearanceStream(shape.getCOSObject());
        try (PDPageContentStream content = new PDPageContentStream(document, stream)) {
            drawing.draw(content);
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.getCOSObject().setDirect(true);
        appearance.setNormalAppearance(stream);
        return appearance;
    }

    /// One page like `page` with nothing on it but a signature's field: what the library takes a signature's looks
    /// from.
    static byte[] field(PDDocument template, PDPage page, TurnedPage.Box box, Drawing drawing) throws IOException {
        TurnedPage turned = TurnedPage.of(page);
        PDPage only = new PDPage(page.getMediaBox());
        template.addPage(only);
        PDAcroForm form = new PDAcroForm(template);
        template.getDocumentCatalog().setAcroForm(form);
        form.setSignaturesExist(true);
        form.setAppendOnly(true);
        form.getCOSObject().setDirect(true);
        PDSignatureField field = new PDSignatureField(form);
        form.getFields().add(field);
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        widget.setPage(only);
        widget.setRectangle(turned.stored(box));
        widget.setAppearance(appearance(template, turned, box, drawing));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        template.save(out);
        return out.toByteArray();
    }

    static PDFont font(PDDocument document, DocumentFont face) throws IOException {
        try (InputStream font = face.open()) {
            return PDType0Font.load(document, font, true);
        }
    }

    /// `text` broken between words so that no line is wider than `most` points.
    static List<String> broken(String text, PDFont font, float size, float most) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text, font).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font, size) > most) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    static float width(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /// A letter the font lacks is shown as `?` rather than keeping anybody from signing.
    private static String printable(String text, PDFont font) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(letter -> {
            try {
                font.encode(Character.toString(letter));
                shown.appendCodePoint(letter);
            } catch (IOException | IllegalArgumentException absent) {
                shown.append('?');
            }
        });
        return shown.toString();
    }

    static void write(PDPageContentStream content, String text, PDFont font, float size, float left, float baseline)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(left, baseline);
        content.showText(text);
        content.endText();
    }
}
