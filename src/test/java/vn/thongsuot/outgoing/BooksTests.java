package vn.thongsuot.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Proves;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Problem;
import vn.thongsuot.shared.Refusal;

/// Number and notation name one document of an agency and year (Decree 30/2020/NĐ-CP, annex I), and nothing gets a
/// number that could not be issued with it.
@SpringBootTest(properties = "thongsuot.demonstration=true")
class BooksTests {

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @Autowired
    OutgoingDrafts drafts;

    @Autowired
    OutgoingDocuments documents;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @Proves("S1.5")
    void theTypesWithoutAnAbbreviationShareABook() {
        String letter = numbered(DocumentType.OFFICIAL_LETTER);
        String office = numbered(DocumentType.OFFICE_LETTER);
        assertThat(letter).endsWith("/UBND-VP");
        assertThat(office).endsWith("/UBND-VP").isNotEqualTo(letter);
    }

    @Test
    void aNotationIsThatOfItsOwnType() {
        for (DocumentType type : DocumentType.values()) {
            String own = Notations.suggested(type, directory.agency(commune()).orElseThrow());
            assertThat(drafted(type, own)).as(type + " " + own).isNotNull();
        }
        refused(() -> drafted(DocumentType.OFFICIAL_LETTER, "QĐ-UBND"), OutgoingProblem.NOTATION_OF_OTHER_TYPE);
        refused(() -> drafted(DocumentType.OFFICIAL_LETTER, "qđ-UBND"), OutgoingProblem.NOTATION_OF_OTHER_TYPE);
        refused(() -> drafted(DocumentType.DECISION, "UBND-VP"), OutgoingProblem.NOTATION_OF_OTHER_TYPE);
        refused(() -> drafted(DocumentType.DECISION, "TB-UBND"), OutgoingProblem.NOTATION_OF_OTHER_TYPE);
        OutgoingId id = drafted(DocumentType.DECISION, "QĐ-UBND");
        refused(
                () -> drafts.revise(id, 1, draft(DocumentType.DECISION, "TB-UBND", commune()), null, clerk()),
                OutgoingProblem.NOTATION_OF_OTHER_TYPE);
    }

    /// It would get a number and a seal, and be refused when it is issued.
    @Test
    void aReceiverThereIsNotIsRefusedInTheDraft() {
        AgencyId nobody = new AgencyId(UUID.randomUUID());
        Draft draft = draft(DocumentType.OFFICIAL_LETTER, "UBND-VP", commune(), nobody);
        refused(() -> drafts.create(draft, file(), clerk()), OutgoingProblem.RECEIVER_ABSENT);
        OutgoingId id = drafted(DocumentType.OFFICIAL_LETTER, "UBND-VP");
        refused(() -> drafts.revise(id, 1, draft, null, clerk()), OutgoingProblem.RECEIVER_ABSENT);
    }

    @Test
    void onlyAPdfIsTaken() {
        refused(() -> drafts.keep(new ByteArrayInputStream(PICTURE), "ảnh.png", clerk()), OutgoingProblem.FILE_NOT_PDF);
    }

    private String numbered(DocumentType type) {
        OutgoingId id = drafted(type, "UBND-VP");
        drafts.submit(id, 1, clerk());
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update outgoing.document set status = 'SIGNED' where id = ?")
                    .param(id.value())
                    .update();
            documents.number(id, 2, clerk());
            // Nobody signed it in truth: it is never sealed.
            jdbc.sql("update outgoing.document set seal_next_try = null where id = ?")
                    .param(id.value())
                    .update();
        });
        return documents.find(id, clerk()).code();
    }

    private OutgoingId drafted(DocumentType type, String notation) {
        return drafts.create(draft(type, notation, commune()), file(), clerk());
    }

    private Draft draft(DocumentType type, String notation, AgencyId... receivers) {
        return new Draft(
                commune(),
                type,
                notation,
                "thử sổ số",
                Urgency.NORMAL,
                DemonstrationOfficer.COMMUNE_CHAIRMAN.id(),
                List.of(receivers));
    }

    private DraftFile file() {
        return drafts.keep(new ByteArrayInputStream(LetterPdf.of("thử sổ số")), "thử.pdf", clerk());
    }

    private Actor.Officer clerk() {
        return People.as(directory, DemonstrationOfficer.COMMUNE_CLERK);
    }

    private AgencyId commune() {
        return clerk().agency();
    }

    private static void refused(ThrowingCallable act, Problem problem) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
