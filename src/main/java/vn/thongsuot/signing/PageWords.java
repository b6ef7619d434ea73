package vn.thongsuot.signing;

import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The words of a page and where they stand: to find the places left for number, day and signature.
final class PageWords extends PDFTextStripper {

    /// How much of a page is its head.
    static final float HEAD = 0.45f;

    private static final float SAME_LINE = 3;

    /// A word in points from the page's lower left corner, as it is read.
    record Word(String text, float left, float right, float baseline, float size) {

        /// Where its first letter `letter` begins, as well as can be told from its width.
        float at(char letter) {
            return left + (right - left) * text.indexOf(letter) / text.length();
        }
    }

    private final List<Word> words = new ArrayList<>();
    private final float height;
    private final float share;

    private PageWords(float height, int number, float share) throws IOException {
        this.height = height;
        this.share = share;
        setSortByPosition(true);
        setStartPage(number + 1);
        setEndPage(number + 1);
    }

    /// @param number of the page, counted from 0
    /// @param share how much of the page is read, from its top
    static PageWords of(PDDocument document, int number, float share) throws IOException {
        PageWords found = new PageWords(document.getPage(number).getCropBox().getHeight(), number, share);
        found.writeText(document, new StringWriter());
        return found;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (positions.isEmpty() || positions.getFirst().getYDirAdj() > height * share) {
            return;
        }
        // A chunk may hold several words: cut where there is a blank.
        List<TextPosition> word = new ArrayList<>();
        for (TextPosition letter : positions) {
            if (letter.getUnicode().isBlank()) {
                add(word);
                word.clear();
            } else {
                word.add(letter);
            }
        }
        add(word);
    }

    private void add(List<TextPosition> letters) {
        if (letters.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        letters.forEach(letter -> text.append(letter.getUnicode()));
        TextPosition first = letters.getFirst();
        TextPosition last = letters.getLast();
        words.add(new Word(
                Normalizer.normalize(text, Normalizer.Form.NFC),
                first.getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                height - first.getYDirAdj(),
                first.getFontSizeInPt()));
    }

    /// The first word that begins so.
    Optional<Word> first(String beginning) {
        return words.stream().filter(word -> word.text().startsWith(beginning)).findFirst();
    }

    /// The words after `word` on its line, at most `within` points away from one another.
    List<Word> after(Word word, float within) {
        List<Word> found = new ArrayList<>();
        Word before = word;
        for (Word next : words) {
            if (Math.abs(next.baseline() - word.baseline()) < SAME_LINE
                    && next.left() >= before.right() - 1
                    && next.left() - before.right() <= within) {
                found.add(next);
                before = next;
            }
        }
        return found;
    }

    /// The last place where `text` is written on one line; nothing where it is not.
    Optional<Word> last(String text) {
        String[] wanted =
                Normalizer.normalize(text.strip(), Normalizer.Form.NFC).split("\\s+", -1);
        for (int start = words.size() - wanted.length; start >= 0; start--) {
            boolean all = true;
            for (int i = 0; i < wanted.length && all; i++) {
                Word word = words.get(start + i);
                all = word.text().equals(wanted[i])
                        && Math.abs(word.baseline() - words.get(start).baseline()) < SAME_LINE;
            }
            if (all) {
                Word first = words.get(start);
                Word end = words.get(start + wanted.length - 1);
                return Optional.of(new Word(text, first.left(), end.right(), first.baseline(), first.size()));
            }
        }
        return Optional.empty();
    }
}
