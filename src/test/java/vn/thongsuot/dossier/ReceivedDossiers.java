package vn.thongsuot.dossier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.shared.Actor;

/// Dossiers as a counter receives them, for tests of what happens to them.
public final class ReceivedDossiers {

    private ReceivedDossiers() {}

    /// A complete dossier of procedure 2.000635, asked for by `applicant`.
    public static DossierView receive(Reception reception, String applicant, Actor by) {
        return reception.receive(
                new Reception.Submission(
                        new ProcedureCode("2.000635"),
                        Applicant.of(applicant, "084190001234", null, null),
                        Map.of("TO-KHAI", List.of(reception.keep(new ByteArrayInputStream(pdf()), "Tờ khai.pdf", by))),
                        Set.of("GIAY-TO-TUY-THAN")),
                by);
    }

    public static byte[] pdf() {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
