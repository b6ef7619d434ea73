package vn.thongsuot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.Refusal;

/// The store on a real disk.
@SpringBootTest
@Proves("S1.3")
class FilesTests {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    Files files;

    @Autowired
    Previews previews;

    @Autowired
    FilesProperties properties;

    /// What others, whose servers were killed, left in the folder all tests of a JVM share.
    @BeforeEach
    void clear() throws Exception {
        for (Path draft : drafts()) {
            java.nio.file.Files.delete(draft);
        }
    }

    @Test
    void keepsContentOnceUnderItsHash() throws Exception {
        byte[] pdf = pdf(2, PDRectangle.A4);
        StoredFile first = files.store(new ByteArrayInputStream(pdf), Set.of(StoredFile.PDF));
        StoredFile again = files.store(new ByteArrayInputStream(pdf), Set.of());

        assertThat(again).isEqualTo(first);
        assertThat(first.hash().value())
                .isEqualTo(HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(pdf)));
        assertThat(first.size()).isEqualTo(pdf.length);
        assertThat(files.find(first.hash())).contains(first);
        try (InputStream content = files.open(first.hash())) {
            assertThat(content.readAllBytes()).isEqualTo(pdf);
        }
        assertThat(drafts()).isEmpty();
    }

    /// What a file is, its content says.
    @Test
    void knowsWhatAFileIs() throws IOException {
        assertThat(store(pdf(1, PDRectangle.A4)).type()).isEqualTo("application/pdf");
        assertThat(store(picture("png")).type()).isEqualTo("image/png");
        assertThat(store(picture("jpg")).type()).isEqualTo("image/jpeg");
        assertThat(store("Tờ khai".getBytes(StandardCharsets.UTF_8)).type()).isEqualTo("text/plain");
        refused(
                () -> files.store(stream("<html><script>"), Set.of(StoredFile.PDF, StoredFile.PNG)),
                FilesProblem.TYPE_NOT_TAKEN);
        assertThat(drafts()).as("nothing is left of what is refused").isEmpty();
    }

    @Test
    void refusesWhatIsEmptyOrTooLargeAndLeavesNothing() {
        refused(() -> files.store(stream(""), Set.of()), FilesProblem.FILE_EMPTY);
        long largest = properties.largest().toBytes();
        refused(() -> files.store(new Endless(largest + 1), Set.of()), FilesProblem.FILE_TOO_LARGE);
        StoredFile whole = files.store(new Endless(largest), Set.of());
        assertThat(whole.size()).isEqualTo(largest);
        assertThat(drafts()).isEmpty();
        refused(() -> files.open(new FileHash("0".repeat(64))), FilesProblem.FILE_ABSENT);
        for (String path : List.of("../../etc/passwd", "", "A".repeat(64))) {
            refused(() -> new FileHash(path), FilesProblem.FILE_ABSENT);
        }
    }

    /// A reader that breaks off in the middle leaves nothing either.
    @Test
    void aBrokenTransferLeavesNothing() {
        InputStream broken = new InputStream() {
            private int left = MEGABYTE;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("gone");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> files.store(broken, Set.of())).isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void drawsPages() throws IOException {
        StoredFile pdf = store(pdf(3, PDRectangle.A4));
        assertThat(previews.pages(pdf)).isEqualTo(3);
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(previews.page(pdf, 3)));
        assertThat(page.getWidth()).isBetween(990, 1_010);
        refused(() -> previews.page(pdf, 4), FilesProblem.PAGE_ABSENT);
        refused(() -> previews.page(pdf, 0), FilesProblem.PAGE_ABSENT);

        StoredFile tall = store(pdf(1, new PDRectangle(10, 14_000)));
        BufferedImage strip = ImageIO.read(new ByteArrayInputStream(previews.page(tall, 1)));
        assertThat(strip.getHeight()).as("no page eats the memory").isLessThanOrEqualTo(3_001);

        StoredFile picture = store(picture("jpg"));
        assertThat(previews.pages(picture)).isEqualTo(1);
        assertThat(ImageIO.read(new ByteArrayInputStream(previews.page(picture, 1)))
                        .getWidth())
                .isEqualTo(1_000);

        StoredFile text = store("không phải trang".getBytes(StandardCharsets.UTF_8));
        assertThat(previews.pages(text)).isZero();
        refused(() -> previews.page(text, 1), FilesProblem.NO_PREVIEW);
        StoredFile broken = store(Arrays.copyOf(pdf(1, PDRectangle.A4), 60));
        assertThat(previews.pages(broken)).isZero();
        refused(() -> previews.page(broken, 1), FilesProblem.NO_PREVIEW);
    }

    private StoredFile store(byte[] content) {
        return files.store(new ByteArrayInputStream(content), Set.of());
    }

    private List<Path> drafts() {
        try (Stream<Path> drafts = java.nio.file.Files.list(properties.folder().resolve("incoming"))) {
            return drafts.toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// `x`, so many times, without being in memory.
    private static final class Endless extends InputStream {

        private long left;

        Endless(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + given, (byte) 'x');
            left -= given;
            return given;
        }
    }

    private static byte[] pdf(int pages, PDRectangle size) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(size));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] picture(String form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2_000, 1_000, BufferedImage.TYPE_INT_RGB), form, out);
        return out.toByteArray();
    }

    private static void refused(Runnable act, FilesProblem problem) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
