package vn.thongsuot.signing;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import vn.thongsuot.shared.DocumentFont;

/// Puts number and day on a document after it was signed. They are annotations in an update after the bytes that are
/// there: the page's content stays what was signed, and the seal that follows covers them. They stand in the gaps left
/// for them (`Số:      /UBND-VX`, `ngày    tháng 11 năm 2024`), or above the head where there are none.
final class Stamping {

    private static final float SIZE = 13;
    private static final float PADDING = 2;
    private static final float MARGIN = 56;
    private static final float ABOVE = 24;

    /// Blanks left for a number are no wider than this.
    private static final float WIDEST_GAP = 150;

    private static final Color INK = Color.BLACK;

    private final Marks marks;

    Stamping(Marks marks) {
        this.marks = marks;
    }

    byte[] on(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(0);
            TurnedPage turned = TurnedPage.of(page);
            PDFont regular = Drawing.font(document, DocumentFont.REGULAR);
            PDFont italic = Drawing.font(document, DocumentFont.ITALIC);
            List<PDAnnotation> annotations = new ArrayList<>(page.getAnnotations());
            for (Text text : texts(document, turned, regular, italic)) {
                annotations.add(annotation(document, page, turned, text));
            }
            page.setAnnotations(annotations);
            page.getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    /// Words, and where their baseline begins.
    private record Text(String words, PDFont font, float size, float left, float baseline) {}

    private List<Text> texts(PDDocument document, TurnedPage turned, PDFont regular, PDFont italic) throws IOException {
        PageWords words = turned.upright() ? PageWords.of(document, 0, PageWords.HEAD) : null;
        List<Text> texts = new ArrayList<>();
        float top = turned.height() - ABOVE;
        Optional<List<Text>> number = words == null ? Optional.empty() : number(words, regular);
        texts.addAll(number.orElseGet(() -> List.of(new Text(marks.number(), regular, SIZE, MARGIN, top))));
        Optional<List<Text>> date = words == null ? Optional.empty() : date(words, italic);
        float wide = Drawing.width(marks.date(), italic, SIZE);
        texts.addAll(date.orElseGet(
                () -> List.of(new Text(marks.date(), italic, SIZE, turned.width() - MARGIN - wide, top))));
        return texts;
    }

    /// In the gap between `Số:` and the stroke, or behind `Số:` where nothing follows.
    private Optional<List<Text>> number(PageWords words, PDFont font) throws IOException {
        PageWords.Word before = words.first("Số:").orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        List<PageWords.Word> after = words.after(before, WIDEST_GAP);
        float begin = before.text().equals("Số:") ? before.right() : before.at(':') + before.size() / 3;
        for (PageWords.Word word : before.text().contains("/") ? List.of(before) : after) {
            if (word.text().contains("/")) {
                String typed =
                        word.text().substring(0, word.text().indexOf('/')).replace("Số:", "");
                return blank(typed)
                        ? fit(marks.ordinal(), font, before.size(), begin, word.at('/'), before)
                        : Optional.empty();
            }
            if (!blank(word.text())) {
                return Optional.empty();
            }
        }
        return after.isEmpty() && before.text().equals("Số:")
                ? Optional.of(List.of(new Text(
                        marks.ordinal() + "/" + marks.notation(),
                        font,
                        before.size(),
                        before.right() + before.size() / 3,
                        before.baseline())))
                : Optional.empty();
    }

    /// Day and month in the gaps before `tháng` and `năm`; nothing where the same date is typed already.
    private Optional<List<Text>> date(PageWords words, PDFont font) throws IOException {
        PageWords.Word day = words.first("ngày").orElse(null);
        if (day == null) {
            return Optional.empty();
        }
        List<PageWords.Word> line = words.after(day, WIDEST_GAP);
        int month = index(line, "tháng");
        int year = index(line, "năm");
        if (month < 0
                || year < month
                || year + 1 >= line.size()
                || !line.get(year + 1).text().startsWith(marks.year())) {
            return Optional.empty();
        }
        List<Text> texts = new ArrayList<>();
        return filled(marks.dayOfMonth(), day, line.subList(0, month), line.get(month), font, texts)
                        && filled(
                                marks.month(),
                                line.get(month),
                                line.subList(month + 1, year),
                                line.get(year),
                                font,
                                texts)
                ? Optional.of(texts)
                : Optional.empty();
    }

    /// Whether `value` stands between two words, or was fitted in where there was a gap.
    private static boolean filled(
            String value,
            PageWords.Word before,
            List<PageWords.Word> typed,
            PageWords.Word next,
            PDFont font,
            List<Text> texts)
            throws IOException {
        if (typed.size() == 1 && typed.getFirst().text().replaceFirst("^0", "").equals(value.replaceFirst("^0", ""))) {
            return true;
        }
        if (!typed.stream().allMatch(word -> blank(word.text()))) {
            return false;
        }
        Optional<List<Text>> fitted = fit(value, font, before.size(), before.right(), next.left(), before);
        fitted.ifPresent(texts::addAll);
        return fitted.isPresent();
    }

    private static Optional<List<Text>> fit(
            String value, PDFont font, float size, float from, float to, PageWords.Word line) throws IOException {
        float wide = Drawing.width(value, font, size);
        return wide > to - from
                ? Optional.empty()
                : Optional.of(List.of(new Text(value, font, size, from + (to - from - wide) / 2, line.baseline())));
    }

    private static int index(List<PageWords.Word> words, String text) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).text().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    /// Dots and lines people type to leave a place open.
    private static boolean blank(String text) {
        return text.chars().allMatch(letter -> ".…_ \u00a0".indexOf(letter) >= 0);
    }

    private static PDAnnotation annotation(PDDocument document, PDPage page, TurnedPage turned, Text text)
            throws IOException {
        float size = text.size();
        TurnedPage.Box box = new TurnedPage.Box(
                text.left() - PADDING,
                text.baseline() - size / 3,
                Drawing.width(text.words(), text.font(), size) + 2 * PADDING,
                size * 4 / 3);
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setPage(page);
        stamp.setRectangle(turned.stored(box));
        stamp.setContents(text.words());
        stamp.setPrinted(true);
        stamp.setReadOnly(true);
        stamp.setLocked(true);
        stamp.setAppearance(Drawing.appearance(document, turned, box, content -> {
            content.setNonStrokingColor(INK);
            Drawing.write(content, text.words(), text.font(), size, PADDING, size / 3);
        }));
        return stamp;
    }
}
