package vn.thongsuot.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Refusal;

/// What may happen to an outgoing document, and what it becomes.
class OutgoingDocumentTests {

    private static final Instant AT = Instant.parse("2024-11-22T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2024, 11, 22);
    private static final Actor.Officer BY = officer();
    private static final List<Function<OutgoingDocument, OutgoingEvent>> ACTS = List.of(
            document -> document.revise("aa", BY, AT),
            document -> document.submit("aa", BY, AT),
            document -> document.withdraw(BY, AT),
            document -> document.discard(BY, AT),
            document -> document.sendBack("sai thể thức", BY, AT),
            document -> document.sign("01", "bb", BY, AT),
            document -> document.number(5, "UBND-VP", DAY, BY, AT),
            document -> document.seal("02", "cc", BY, AT),
            document -> document.issue(3, BY, AT),
            document -> document.cancel("sai nội dung", BY, AT),
            document -> document.recall("nhầm nơi nhận", BY, AT));

    /// Every act in every state: it leads where the table says, or is refused and changes nothing.
    @ParameterizedTest
    @EnumSource
    void onlyTheTableMovesADocument(OutgoingStatus from) {
        for (Function<OutgoingDocument, OutgoingEvent> act : ACTS) {
            OutgoingDocument document = document(from, BY, BY);
            try {
                OutgoingEvent event = act.apply(document);
                assertThat(from.after(event.getClass())).contains(document.status());
                assertThat(event.version()).isEqualTo(8);
                assertThat(document.version()).isEqualTo(8);
            } catch (Refusal refused) {
                assertThat(refused.problem()).isEqualTo(OutgoingProblem.STEP_NOT_ALLOWED);
                assertThat(document.status()).isEqualTo(from);
                assertThat(document.version()).isEqualTo(7);
                assertThat(document.number()).isNull();
            }
        }
    }

    /// Numbered only after it was signed, issued only after it was sealed: Decree 30/2020/NĐ-CP art. 13–17.
    @ParameterizedTest
    @EnumSource
    void nothingIsIssuedUnsignedUnnumberedOrUnsealed(OutgoingStatus status) {
        assertThat(status.moves().containsKey(OutgoingEvent.Numbered.class)).isEqualTo(status == OutgoingStatus.SIGNED);
        assertThat(status.moves().containsKey(OutgoingEvent.Sealed.class)).isEqualTo(status == OutgoingStatus.NUMBERED);
        assertThat(status.moves().containsKey(OutgoingEvent.Issued.class)).isEqualTo(status == OutgoingStatus.SEALED);
        assertThat(status.moves().containsKey(OutgoingEvent.Revised.class)).isEqualTo(status == OutgoingStatus.DRAFT);
    }

    @Test
    void onlyTheDrafterEditsAndOnlyWhomItWasLaidBeforeSigns() {
        refused(() -> document(OutgoingStatus.DRAFT, officer(), BY).submit("aa", BY, AT), OutgoingProblem.NOT_YOURS);
        refused(() -> document(OutgoingStatus.DRAFT, officer(), BY).revise("aa", BY, AT), OutgoingProblem.NOT_YOURS);
        refused(() -> document(OutgoingStatus.DRAFT, officer(), BY).discard(BY, AT), OutgoingProblem.NOT_YOURS);
        refused(
                () -> document(OutgoingStatus.AWAITING_SIGNATURE, officer(), BY).withdraw(BY, AT),
                OutgoingProblem.NOT_YOURS);
        OutgoingDocument waiting = document(OutgoingStatus.AWAITING_SIGNATURE, BY, officer());
        refused(() -> waiting.sign("01", "bb", BY, AT), OutgoingProblem.NOT_THE_SIGNER);
        refused(() -> waiting.sendBack("sửa lại", BY, AT), OutgoingProblem.NOT_THE_SIGNER);
        refused(
                () -> document(OutgoingStatus.AWAITING_SIGNATURE, BY, BY).sendBack(" ", BY, AT),
                OutgoingProblem.REASON_MISSING);
        refused(
                () -> document(OutgoingStatus.SEALED, BY, BY).cancel("x".repeat(1_001), BY, AT),
                OutgoingProblem.TEXT_TOO_LONG);
    }

    /// Below ten with a nought before it: annex I.
    @ParameterizedTest
    @CsvSource({"1, 01/UBND-VP", "9, 09/UBND-VP", "10, 10/UBND-VP", "1437, 1437/UBND-VP"})
    void writesANumberAsTheAnnexSays(int number, String code) {
        OutgoingDocument document = document(OutgoingStatus.SIGNED, BY, BY);
        assertThat(document.number(number, "UBND-VP", DAY, BY, AT))
                .isInstanceOfSatisfying(
                        OutgoingEvent.Numbered.class,
                        event -> assertThat(event.code()).isEqualTo(code));
        assertThat(document.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "UBND-VX, true",
        "QĐ-UBND, true",
        "BC-STNMT, true",
        "SGD&ĐT-VP, true",
        "UBND VX, false",
        "UBND/VX, false",
        "-VX, false",
        "UBND-, false",
        "UBND-中文, false",
        "UBND-٣, false",
        "'', false"
    })
    void knowsWhatANotationIs(String notation, boolean right) {
        if (right) {
            assertThat(draft(notation, "  rà   soát ").subject()).isEqualTo("rà soát");
        } else {
            refused(() -> draft(notation, "rà soát"), OutgoingProblem.NOTATION_INVALID);
        }
        refused(() -> draft("UBND-VX", " "), OutgoingProblem.SUBJECT_MISSING);
        refused(() -> draft("UBND-VX", "x".repeat(501)), OutgoingProblem.TEXT_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({
        "Ủy ban nhân dân tỉnh Trà Vinh, UBND",
        "Văn phòng Ủy ban nhân dân tỉnh, VP",
        "Sở Tư pháp, STP",
        "Sở Tài nguyên và Môi trường, STNMT",
        "Thanh tra tỉnh, TT"
    })
    void shortensAnAgencysName(String name, String abbreviation) {
        assertThat(Notations.abbreviation(name)).isEqualTo(abbreviation);
    }

    private static Draft draft(String notation, String subject) {
        return new Draft(
                BY.agency(),
                DocumentType.OFFICIAL_LETTER,
                notation,
                subject,
                Urgency.NORMAL,
                BY.officer(),
                List.of(new AgencyId(UUID.randomUUID())));
    }

    private static void refused(Runnable act, OutgoingProblem problem) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static OutgoingDocument document(OutgoingStatus status, Actor.Officer drafter, Actor.Officer signer) {
        return new OutgoingDocument(
                new OutgoingId(UUID.randomUUID()), BY.agency(), drafter.officer(), signer.officer(), 7, status);
    }

    private static Actor.Officer officer() {
        return new Actor.Officer(
                new AccountId(UUID.randomUUID()),
                new OfficerId(UUID.randomUUID()),
                new PostId(UUID.randomUUID()),
                new AgencyId(UUID.randomUUID()),
                null);
    }
}
