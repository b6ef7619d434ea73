package vn.thongsuot.files;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.logging.Level;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.DocumentFont;

/// **In văn bản.** Makes documents to keep: PDF/A-2b (ISO 19005-2), every font inside, nothing fetched from anywhere.
@Component
public class PdfPress {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /// Not before the first document: a start has better things to do than to load colours.
    private static final class Colours {

        static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

        static {
            XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        }
    }

    private final TemplateEngine templates;

    PdfPress(TemplateEngine templates) {
        this.templates = templates;
    }

    /// The document that `template` makes of `model`: a page in well-formed XHTML, named like `dossier/form.jte`, with
    /// one parameter `view`.
    public byte[] print(String template, Object model) {
        StringOutput page = new StringOutput();
        templates.render(template, Map.of("view", model), page);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
            builder.useColorProfile(Colours.SRGB);
            builder.useFont(face(DocumentFont.REGULAR), DocumentFont.FAMILY, REGULAR, FontStyle.NORMAL, true);
            builder.useFont(face(DocumentFont.BOLD), DocumentFont.FAMILY, BOLD, FontStyle.NORMAL, true);
            builder.useFont(face(DocumentFont.ITALIC), DocumentFont.FAMILY, REGULAR, FontStyle.ITALIC, true);
            builder.useUriResolver((_, _) -> null);
            builder.withHtmlContent(page.toString(), null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static FSSupplier<InputStream> face(DocumentFont font) {
        return font::open;
    }
}
