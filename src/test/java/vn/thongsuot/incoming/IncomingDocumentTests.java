package vn.thongsuot.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thongsuot.exchange.ArrivalId;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Refusal;

/// What may happen to an incoming document, and what it becomes.
class IncomingDocumentTests {

    private static final Instant AT = Instant.parse("2024-11-22T02:00:00Z");
    private static final Actor.Officer BY = officer();
    private static final List<Function<IncomingDocument, IncomingEvent>> ACTS = List.of(
            document -> document.register(12, BY, AT),
            document -> document.refuse("gửi nhầm", BY, AT),
            document -> document.assign(BY.officer(), "tham mưu trả lời", BY, AT),
            document -> document.start(BY, AT),
            document -> document.finish(BY, AT),
            document -> document.askBack(BY, AT),
            document -> document.keep("đã thực hiện", BY, AT),
            document -> document.giveBack(BY, AT));

    /// Every act in every state: it leads where the table says, or is refused and changes nothing.
    @ParameterizedTest
    @EnumSource
    void onlyTheTableMovesADocument(IncomingStatus from) {
        for (Function<IncomingDocument, IncomingEvent> act : ACTS) {
            IncomingDocument document = document(from, BY.officer());
            try {
                IncomingEvent event = act.apply(document);
                assertThat(from.after(event.getClass())).contains(document.status());
                assertThat(event.version()).isEqualTo(8);
                assertThat(document.version()).isEqualTo(8);
            } catch (Refusal refused) {
                assertThat(refused.problem()).isEqualTo(IncomingProblem.STEP_NOT_ALLOWED);
                assertThat(document.status()).isEqualTo(from);
                assertThat(document.version()).isEqualTo(7);
                assertThat(document.number()).isNull();
            }
        }
    }

    /// Sent back before it has an arrival number, never after; registered once: Decree 30/2020/NĐ-CP art. 21–22.
    @ParameterizedTest
    @EnumSource
    void isRefusedOrRegisteredOnce(IncomingStatus status) {
        assertThat(status.moves().containsKey(IncomingEvent.Refused.class)).isEqualTo(status == IncomingStatus.ARRIVED);
        assertThat(status.moves().containsKey(IncomingEvent.Registered.class))
                .isEqualTo(status == IncomingStatus.ARRIVED);
    }

    @Test
    void onlyWhomItWasGivenToHandlesIt() {
        refused(() -> document(IncomingStatus.ASSIGNED, null).start(BY, AT), IncomingProblem.NOT_YOURS);
        refused(() -> document(IncomingStatus.HANDLING, officer().officer()).finish(BY, AT), IncomingProblem.NOT_YOURS);
        IncomingDocument document = document(IncomingStatus.REGISTERED, null);
        document.assign(BY.officer(), "tham mưu trả lời", BY, AT);
        assertThat(document.handler()).isEqualTo(BY.officer());
        assertThat(document.start(BY, AT)).isInstanceOf(IncomingEvent.Started.class);
    }

    /// Whoever began may leave.
    @Test
    void whatIsBeingHandledIsGivenToSomebodyElse() {
        IncomingDocument document = document(IncomingStatus.HANDLING, officer().officer());
        document.assign(BY.officer(), "xử lý tiếp", BY, AT);
        assertThat(document.status()).isEqualTo(IncomingStatus.ASSIGNED);
        assertThat(document.start(BY, AT)).isInstanceOf(IncomingEvent.Started.class);
    }

    @Test
    void nothingIsRefusedOrAssignedWithoutAWord() {
        refused(() -> document(IncomingStatus.ARRIVED, null).refuse(" ", BY, AT), IncomingProblem.REASON_MISSING);
        refused(
                () -> document(IncomingStatus.REGISTERED, null).assign(BY.officer(), "", BY, AT),
                IncomingProblem.REASON_MISSING);
        refused(
                () -> document(IncomingStatus.ARRIVED, null).refuse("x".repeat(1_001), BY, AT),
                IncomingProblem.TEXT_TOO_LONG);
    }

    private static void refused(Runnable act, IncomingProblem problem) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static IncomingDocument document(IncomingStatus status, @Nullable OfficerId handler) {
        return new IncomingDocument(
                new IncomingId(UUID.randomUUID()), BY.agency(), new ArrivalId(UUID.randomUUID()), 7, status, handler);
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
