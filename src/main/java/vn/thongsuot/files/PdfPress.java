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
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.DocumentFont;

/// **In văn bản.** Makes documents to keep: PDF/A-2b (ISO 19005-2), every font inside, nothing fetched from anywhere.
@Component
public class PdfPress {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /// Not before the first document: a start has better things to do.
    private static final class Kit {

        static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

        /// Pages of the browser hold no style of their own, and neither do the documents' templates.
        static final String STYLE = "<style>" + style() + "</style>";

        static {
            XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        }

        private static String style() {
            try (InputStream style = PdfPress.class.getResourceAsStream("/files/document.css")) {
                return new String(Objects.requireNonNull(style).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static final AtomicBoolean WARM = new AtomicBoolean();
    private static final String WARMING = "<b>Ủy ban</b> <i>nhân dân</i> xã";

    private final TemplateEngine templates;

    PdfPress(TemplateEngine templates) {
        this.templates = templates;
    }

    /// The document that `template` makes of `model`: a page in well-formed XHTML, named like `dossier/form.jte`, with
    /// one parameter `view`.
    public byte[] print(String template, Object model) {
        StringOutput page = new StringOutput();
        templates.render(template, Map.of("view", model), page);
        return render(page.toString());
    }

    /// The first document of a process takes seconds, all later ones a tenth of one: it is printed while nobody waits.
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        if (WARM.compareAndSet(false, true)) {
            Thread warming =
                    new Thread(() -> render("<html><head></head><body>" + WARMING + "</body></html>"), "press");
            warming.setDaemon(true);
            warming.setPriority(Thread.MIN_PRIORITY);
            warming.start();
        }
    }

    private static byte[] render(String page) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
            builder.useColorProfile(Kit.SRGB);
            builder.useFont(face(DocumentFont.REGULAR), DocumentFont.FAMILY, REGULAR, FontStyle.NORMAL, true);
            builder.useFont(face(DocumentFont.BOLD), DocumentFont.FAMILY, BOLD, FontStyle.NORMAL, true);
            builder.useFont(face(DocumentFont.ITALIC), DocumentFont.FAMILY, REGULAR, FontStyle.ITALIC, true);
            builder.useUriResolver((_, _) -> null);
            builder.withHtmlContent(readable(page.replace("</head>", Kit.STYLE + "</head>")), null);
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Without the signs that no page may hold (XML 1.0, 2.2): some programs leave them in what is pasted.
    private static String readable(String page) {
        StringBuilder kept = new StringBuilder(page.length());
        page.codePoints()
                .filter(sign -> sign == '\t'
                        || sign == '\n'
                        || sign == '\r'
                        || sign >= ' ' && sign < 0xD800
                        || sign >= 0xE000 && sign < 0xFFFE
                        || sign >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static FSSupplier<InputStream> face(DocumentFont font) {
        return font::open;
    }
}
