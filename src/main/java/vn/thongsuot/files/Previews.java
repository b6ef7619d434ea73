package vn.thongsuot.files;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Refusal;

/// **Xem trước trang.** Draws pages of PDF documents and pictures as PNG, at most two at a time: a page takes memory.
@Component
public class Previews {

    private static final int WIDTH = 1_000;
    private static final int TALLEST = 3_000;
    private static final float POINTS_PER_INCH = 72;
    private static final long MOST_PIXELS = 60_000_000;
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 10;

    private final Files files;
    private final Semaphore drawing = new Semaphore(AT_ONCE, true);

    Previews(Files files) {
        this.files = files;
    }

    /// How many pages `file` has; 0 where it cannot be drawn.
    public int pages(StoredFile file) {
        if (file.image()) {
            return 1;
        }
        if (!file.type().equals(StoredFile.PDF)) {
            return 0;
        }
        try (PDDocument document = Loader.loadPDF(files.place(file.hash()).toFile())) {
            return document.getNumberOfPages();
        } catch (IOException | RuntimeException unreadable) {
            // A damaged document makes the library fail in either way.
            return 0;
        }
    }

    /// Page `page` of `file`, counted from 1, about a thousand pixels wide. Refuses a page there is not and what cannot
    /// be drawn ({@link FilesProblem}).
    public byte[] page(StoredFile file, int page) {
        try {
            if (!drawing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw FilesProblem.PREVIEWS_BUSY.because();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw FilesProblem.PREVIEWS_BUSY.because();
        }
        try {
            return png(drawn(file, page));
        } catch (Refusal refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw FilesProblem.NO_PREVIEW.because();
        } finally {
            drawing.release();
        }
    }

    private BufferedImage drawn(StoredFile file, int page) throws IOException {
        if (file.image()) {
            if (page != 1) {
                throw FilesProblem.PAGE_ABSENT.because(1);
            }
            return picture(file);
        }
        if (!file.type().equals(StoredFile.PDF)) {
            throw FilesProblem.NO_PREVIEW.because();
        }
        try (PDDocument document = Loader.loadPDF(files.place(file.hash()).toFile())) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw FilesProblem.PAGE_ABSENT.because(document.getNumberOfPages());
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImageWithDPI(page - 1, dpi(document.getPage(page - 1)), ImageType.RGB);
        }
    }

    /// So that the page is as wide as wanted and not absurdly tall.
    private static float dpi(PDPage page) {
        boolean lying = page.getRotation() % 180 != 0;
        float width = lying ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
        float height = lying ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
        float scale = Math.min(WIDTH / Math.max(1, width), TALLEST / Math.max(1, height));
        return scale * POINTS_PER_INCH;
    }

    private BufferedImage picture(StoredFile file) throws IOException {
        try (InputStream content = files.open(file.hash());
                ImageInputStream input = ImageIO.createImageInputStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw FilesProblem.NO_PREVIEW.because();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw FilesProblem.NO_PREVIEW.because();
                }
                return scaled(reader.read(0));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage scaled(BufferedImage picture) {
        double scale = Math.min(1, (double) WIDTH / picture.getWidth());
        int width = (int) Math.max(1, picture.getWidth() * scale);
        int height = (int) Math.clamp(picture.getHeight() * scale, 1, TALLEST);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
