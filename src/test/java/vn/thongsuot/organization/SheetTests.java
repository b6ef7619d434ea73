package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.SharedProblem;

/// Files of the directory: what is written is read back, what cannot be read is refused with a clear word.
class SheetTests {

    private static final String HEAD = String.join(",", SheetKind.OFFICERS.columns());
    private static final String LINE = ",Lê Thị Ánh,H59.01,,Tổ Một,Văn thư,Văn thư,x,1/7/2024,";

    @Test
    @Proves("H5.4")
    void readsBackWhatItWrote() {
        List<List<String>> rows = List.of(
                List.of("", "Nguyễn \"Bảy\", Ất", "H59.01", "a;b", "dòng\nhai", "x", "Ủ Ữ Ậ Ộ", "", "01/07/2024", ""),
                List.of("", "=HYPERLINK(\"http://x\")", "@SUM(1)", "+84", "-1", "'thường", "''=a", "\ttab", "", ""));
        for (byte[] file :
                List.of(SheetWriting.csv(SheetKind.OFFICERS, rows), SheetWriting.excel(SheetKind.OFFICERS, rows))) {
            assertThat(SheetReading.read(SheetKind.OFFICERS, file))
                    .extracting(SheetRow::cells)
                    .containsExactlyElementsOf(rows);
        }
    }

    /// A spreadsheet takes a cell that begins so for a formula and runs it.
    @Test
    @Proves("H5.4")
    void writesNoFormula() {
        String file = new String(
                SheetWriting.csv(
                        SheetKind.OFFICERS, List.of(List.of("=1+1", "+1", "-1", "@a", "\tb", "a=1", "", "", "", ""))),
                StandardCharsets.UTF_8);
        assertThat(file).startsWith("\uFEFF").contains("'=1+1,'+1,'-1,'@a,'\tb,a=1");
    }

    @Test
    @Proves("H5.4")
    void readsCsvWithCommasSemicolonsOrTabsWithAndWithoutAMark() {
        for (String separator : List.of(",", ";", "\t")) {
            for (String mark : List.of("", "\uFEFF")) {
                String file = mark + (HEAD + "\r\n" + LINE + "\r\n\r\n" + LINE + "\r\n").replace(",", separator);
                List<SheetRow> rows = SheetReading.read(SheetKind.OFFICERS, file.getBytes(StandardCharsets.UTF_8));
                assertThat(rows).extracting(SheetRow::line).containsExactly(2, 4);
                assertThat(rows.getFirst().text("Họ và tên")).isEqualTo("Lê Thị Ánh");
                assertThat(rows.getFirst().date("Từ ngày")).isEqualTo(LocalDate.of(2024, 7, 1));
            }
        }
    }

    @Test
    @Proves("H5.4")
    void knowsColumnsByTheirHeadsInAnyOrder() {
        List<String> heads = new java.util.ArrayList<>(SheetKind.AGENCIES.columns());
        Collections.reverse(heads);
        String file = "GHI CHÚ," + String.join(",", heads).toUpperCase(java.util.Locale.ROOT) + "\nlạ,"
                + String.join(",", heads);
        assertThat(SheetReading.read(SheetKind.AGENCIES, file.getBytes(StandardCharsets.UTF_8))
                        .getFirst()
                        .cells())
                .isEqualTo(SheetKind.AGENCIES.columns());
        OrganizationTests.refuses(
                OrganizationProblem.FILE_COLUMNS,
                () -> SheetReading.read(SheetKind.AGENCIES, (HEAD + "\n" + LINE).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @Proves("H5.4")
    void refusesOtherEncodingsWithAClearWord() {
        for (String other : List.of("windows-1258", "UTF-16LE", "UTF-16", "ISO-8859-1")) {
            byte[] file = (HEAD + "\n" + LINE).getBytes(Charset.forName(other));
            OrganizationTests.refuses(
                    OrganizationProblem.FILE_ENCODING, () -> SheetReading.read(SheetKind.OFFICERS, file));
        }
    }

    @Test
    @Proves("H5.4")
    void refusesWhatIsNoTable() throws IOException {
        byte[] old = new byte[600];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                old,
                0,
                8);
        for (byte[] broken : List.of(old, zip("a.txt", 10), java.util.Arrays.copyOf(excel(), 400))) {
            OrganizationTests.refuses(
                    OrganizationProblem.FILE_UNREADABLE, () -> SheetReading.read(SheetKind.OFFICERS, broken));
        }
        for (String empty : List.of("", "\n\n", HEAD)) {
            OrganizationTests.refuses(
                    OrganizationProblem.FILE_EMPTY,
                    () -> SheetReading.read(SheetKind.OFFICERS, empty.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    @Proves("H5.4")
    void refusesWhatIsTooLarge() throws IOException {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", 130);
        assertThat(bomb.length).isLessThan(SheetReading.MOST_BYTES);
        OrganizationTests.refuses(SharedProblem.TOO_LARGE, () -> SheetReading.read(SheetKind.OFFICERS, bomb));
        OrganizationTests.refuses(
                SharedProblem.TOO_LARGE,
                () -> SheetReading.read(SheetKind.OFFICERS, new byte[SheetReading.MOST_BYTES + 1]));
        byte[] many = (HEAD + ("\n" + LINE).repeat(SheetReading.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8);
        OrganizationTests.refuses(OrganizationProblem.FILE_TOO_LONG, () -> SheetReading.read(SheetKind.OFFICERS, many));
    }

    /// As people fill in Excel: a real date, a code that became a number.
    @Test
    @Proves("H5.4")
    void readsExcelsOwnDatesAndNumbers() throws IOException {
        SheetRow row = SheetReading.read(SheetKind.OFFICERS, excel()).getFirst();
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.date("Từ ngày")).isEqualTo(LocalDate.of(2024, 7, 1));
        assertThat(row.text("Mã cơ quan")).isEqualTo("29311");
    }

    private static byte[] excel() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", null)) {
            Worksheet sheet = book.newWorksheet("một");
            for (int column = 0; column < SheetKind.OFFICERS.columns().size(); column++) {
                sheet.value(0, column, SheetKind.OFFICERS.columns().get(column));
            }
            sheet.value(1, 1, "Lê Thị Ánh");
            sheet.value(1, 2, 29311);
            sheet.value(1, 8, LocalDate.of(2024, 7, 1));
            sheet.style(1, 8).format("dd/mm/yyyy").set();
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1024 * 1024];
            for (int written = 0; written < megabytes; written++) {
                zip.write(block);
            }
        }
        return out.toByteArray();
    }
}
