package vn.thongsuot.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.outgoing.LetterPdf;
import vn.thongsuot.outgoing.People;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Refusal;

/// Numbers, days and seals on signed documents: Decree 30/2020/NĐ-CP, annex I.
@SpringBootTest(properties = "thongsuot.demonstration=true")
class SealsTests {

    private static final Actor JOB = new Actor.Job("test");
    private static final SignaturePlace OVER_NAME = new SignaturePlace(0, SignaturePlace.Corner.BOTTOM_RIGHT, true);
    private static final Marks MARKS = new Marks("05", "UBND-VP", LocalDate.of(2024, 11, 22));

    @Autowired
    Seals seals;

    @Autowired
    Signing signing;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void theSealCoversEverythingAndBreaksNothing() {
        byte[] signed = signed(LetterPdf.of("thử dấu"), OVER_NAME);
        SignedPdf sealed = seal(signed, MARKS);
        byte[] pdf = sealed.content().bytes();
        assertThat(pdf).startsWith(signed);
        String said = Pdfs.pdfsig(folder, pdf);
        assertThat(said.split("Signature is Valid\\.", -1)).as(said).hasSize(3);
        assertThat(said.substring(said.indexOf("Signature #2"))).contains("Total document signed");
        assertThat(said).contains("Ủy ban nhân dân tỉnh Trà Vinh");
        int last = pdf.length - 1;
        byte[] forged = pdf.clone();
        int inNumber = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("/Stamp");
        forged[inNumber + 1] = 'X';
        assertThat(forged[last]).isEqualTo(pdf[last]);
        assertThat(Pdfs.pdfsig(folder, forged))
                .as("the stamped number cannot be changed unseen")
                .contains("Digest Mismatch");
    }

    /// In the gaps that the letter leaves: the number alone, and the day alone; the month is typed already.
    @Test
    void numberAndDayStandInTheirGaps() throws IOException {
        byte[] sealed = seal(signed(LetterPdf.of("thử dấu"), OVER_NAME), MARKS)
                .content()
                .bytes();
        try (PDDocument document = Loader.loadPDF(sealed)) {
            List<PDAnnotation> stamps = stamps(document);
            assertThat(stamps).extracting(PDAnnotation::getContents).containsExactly("05", "22");
            assertThat(stamps).allMatch(PDAnnotation::isPrinted).allMatch(PDAnnotation::isReadOnly);
            assertThat(stamps.getFirst().getRectangle().getLowerLeftY()).isCloseTo(726, within(3f));
            assertThat(stamps.getFirst().getRectangle().getLowerLeftX()).isBetween(110f, 140f);
            assertThat(stamps.getLast().getRectangle().getLowerLeftX()).isBetween(405f, 440f);
        }
    }

    /// Over the head where a letter leaves no gaps, or has another day typed.
    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void numberAndDayStandAboveTheHeadOtherwise(int rotation) throws IOException {
        byte[] signed = signed(Pdfs.document(1, rotation), new SignaturePlace(0, SignaturePlace.Corner.BOTTOM_RIGHT));
        byte[] sealed = seal(signed, new Marks("117", "UBND-VP", LocalDate.of(2025, 1, 5)))
                .content()
                .bytes();
        try (PDDocument document = Loader.loadPDF(sealed)) {
            assertThat(stamps(document))
                    .extracting(PDAnnotation::getContents)
                    .containsExactly("Số: 117/UBND-VP", "ngày 05 tháng 01 năm 2025");
            for (PDAnnotation stamp : stamps(document)) {
                TurnedPage.Box read = TurnedPage.of(document.getPage(0)).read(stamp.getRectangle());
                assertThat(read.bottom())
                        .isGreaterThan(TurnedPage.of(document.getPage(0)).height() - 40);
                assertThat(read.wide()).isGreaterThan(read.high());
            }
        }
        byte[] another = seal(
                        signed(LetterPdf.of("thử"), OVER_NAME), new Marks("05", "UBND-VP", LocalDate.of(2024, 12, 2)))
                .content()
                .bytes();
        try (PDDocument document = Loader.loadPDF(another)) {
            assertThat(stamps(document))
                    .as("November is typed")
                    .extracting(PDAnnotation::getContents)
                    .containsExactly("05", "ngày 02 tháng 12 năm 2024");
        }
    }

    /// Between title and typed name; the seal over a third of it, on its left: boxes 7c and 8.
    @Test
    void theSealStandsOverAThirdOfTheSignature() throws IOException {
        byte[] sealed = seal(signed(LetterPdf.of("thử dấu"), OVER_NAME), MARKS)
                .content()
                .bytes();
        try (PDDocument document = Loader.loadPDF(sealed)) {
            List<PDRectangle> boxes = document.getPage(0).getAnnotations().stream()
                    .filter(annotation ->
                            COSName.SIG.equals(annotation.getCOSObject().getDictionaryObject(COSName.FT)))
                    .map(PDAnnotation::getRectangle)
                    .toList();
            PDRectangle person = boxes.getFirst();
            PDRectangle seal = boxes.getLast();
            assertThat(person.getLowerLeftY()).as("over the name").isBetween(295f, 310f);
            assertThat(person.getUpperRightY()).as("under the title").isLessThan(384);
            assertThat(seal.getUpperRightX() - person.getLowerLeftX()).isCloseTo(person.getWidth() / 3, within(0.5f));
            assertThat(seal.getLowerLeftX()).isLessThan(person.getLowerLeftX());
            assertThat((seal.getLowerLeftY() + seal.getUpperRightY()) / 2)
                    .isCloseTo((person.getLowerLeftY() + person.getUpperRightY()) / 2, within(0.5f));
        }
    }

    @Test
    void nothingUnsignedIsSealed() {
        assertThatThrownBy(() -> seal(LetterPdf.of("chưa ký"), MARKS))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.NOT_SIGNED));
    }

    @Test
    void anAgencyHasOneSeal() {
        byte[] signed = signed(LetterPdf.of("thử dấu"), OVER_NAME);
        assertThat(seal(signed, MARKS).serial()).isEqualTo(seal(signed, MARKS).serial());
        assertThat(jdbc.sql("select count(*) from signing.certificate where agency = ?")
                        .param(People.committee(directory).value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /// Days below ten and the months one and two with a nought before them.
    @ParameterizedTest
    @CsvSource({
        "2025-01-05, ngày 05 tháng 01 năm 2025", "2024-11-22, ngày 22 tháng 11 năm 2024",
        "2024-03-09, ngày 09 tháng 3 năm 2024", "2024-02-10, ngày 10 tháng 02 năm 2024"
    })
    void writesADayAsTheAnnexSays(LocalDate day, String written) {
        assertThat(new Marks("01", "UBND", day).date()).isEqualTo(written);
    }

    private byte[] signed(byte[] pdf, SignaturePlace place) {
        return signing.sign(pdf, place, People.as(directory, DemonstrationOfficer.VICE_CHAIRMAN))
                .content()
                .bytes();
    }

    private SignedPdf seal(byte[] pdf, Marks marks) {
        return seals.seal(pdf, marks, People.committee(directory), JOB);
    }

    private static List<PDAnnotation> stamps(PDDocument document) throws IOException {
        return document.getPage(0).getAnnotations().stream()
                .filter(annotation -> annotation.getSubtype().equals("Stamp"))
                .toList();
    }
}
