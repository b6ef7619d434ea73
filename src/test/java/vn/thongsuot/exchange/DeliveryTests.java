package vn.thongsuot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;

/// What a sender makes of what receivers tell: Decision 28/2018/QĐ-TTg art. 9 and the codes of the national axis.
class DeliveryTests {

    private static final Instant AT = Instant.parse("2024-11-22T02:00:00Z");
    private static final Actor BY = new Actor.Job("test");
    private static final List<StatusCode> WORK = List.of(
            StatusCode.ARRIVED, StatusCode.REGISTERED, StatusCode.ASSIGNED, StatusCode.HANDLING, StatusCode.DONE);

    /// Every code in every state: it leads where the table says, or changes nothing at all.
    @ParameterizedTest
    @EnumSource
    void onlyTheTableMovesADelivery(DeliveryState from) {
        for (StatusCode code : StatusCode.values()) {
            Delivery delivery = delivery(from, Recall.NONE);
            Optional<ExchangeEvent> event = delivery.hear(code, null, BY, AT);
            if (code.progress() && from.after(code).isPresent()) {
                assertThat(event).isPresent();
                assertThat(delivery.state()).isEqualTo(from.after(code).orElseThrow());
                assertThat(delivery.version()).isEqualTo(8);
            } else {
                assertThat(event).as(from + " " + code).isEmpty();
                assertThat(delivery.state()).isEqualTo(from);
                assertThat(delivery.version()).isEqualTo(7);
            }
        }
    }

    @Test
    void nothingFollowsARefusalOrAReturn() {
        assertThat(DeliveryState.REFUSED.ended()).isTrue();
        assertThat(DeliveryState.RECALLED.ended()).isTrue();
        for (DeliveryState state : DeliveryState.values()) {
            assertThat(state.moves().values())
                    .as(state + " does not stand still")
                    .doesNotContain(state);
            assertThat(state.moves().containsValue(DeliveryState.REFUSED))
                    .as("refused only before it is registered")
                    .isEqualTo(state == DeliveryState.QUEUED || state == DeliveryState.ARRIVED);
        }
    }

    /// Told in any order and any number of times, the work is where the farthest step says.
    @Property(tries = 300)
    void doubledAndDisorderedReportsEndWhereTheFarthestSays(@ForAll @Size(min = 1, max = 20) List<Integer> told) {
        List<StatusCode> codes = told.stream()
                .map(number -> WORK.get(Math.floorMod(number, WORK.size())))
                .toList();
        Delivery delivery = delivery(DeliveryState.QUEUED, Recall.NONE);
        List<ExchangeEvent> events = new ArrayList<>();
        codes.forEach(code -> delivery.hear(code, null, BY, AT).ifPresent(events::add));
        StatusCode farthest = codes.stream().max(Comparator.naturalOrder()).orElseThrow();
        assertThat(delivery.state().name()).isEqualTo(farthest.name());
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).version()).isEqualTo(8L + i);
        }
    }

    @Test
    void aRecallIsAskedOnceAndAnsweredOnce() {
        Delivery delivery = delivery(DeliveryState.REGISTERED, Recall.NONE);
        assertThat(delivery.hear(StatusCode.RECALL_AGREED, null, BY, AT))
                .as("nobody asked")
                .isEmpty();
        assertThat(delivery.askBack("nhầm nơi nhận", BY, AT)).isPresent();
        assertThat(delivery.askBack("nhầm nơi nhận", BY, AT))
                .as("asked already")
                .isEmpty();
        assertThat(delivery.hear(StatusCode.RECALL_DECLINED, "đã thực hiện", BY, AT))
                .isPresent();
        assertThat(delivery.state()).isEqualTo(DeliveryState.REGISTERED);
        assertThat(delivery.askBack("xin lần nữa", BY, AT)).isPresent();
        assertThat(delivery.hear(StatusCode.RECALL_AGREED, null, BY, AT)).isPresent();
        assertThat(delivery.state()).isEqualTo(DeliveryState.RECALLED);
        assertThat(delivery.hear(StatusCode.RECALL_AGREED, null, BY, AT)).isEmpty();
        assertThat(delivery.hear(StatusCode.DONE, null, BY, AT)).as("too late").isEmpty();
        assertThat(delivery.askBack("xin nữa", BY, AT)).isEmpty();
    }

    @Test
    void everyCodeIsTheAxisOwn() {
        assertThat(StatusCode.values())
                .extracting(StatusCode::code)
                .containsExactly("01", "02", "03", "04", "05", "06", "13", "15", "16");
        assertThat(StatusCode.of("03")).contains(StatusCode.REGISTERED);
        assertThat(StatusCode.of("07")).isEmpty();
    }

    @Test
    void waitsLongerFromTryToTryUpToAnHour() {
        assertThat(Queue.pause(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Queue.pause(2)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Queue.pause(4)).isEqualTo(Duration.ofSeconds(80));
        assertThat(Queue.pause(40)).isEqualTo(Duration.ofHours(1));
    }

    private static Delivery delivery(DeliveryState state, Recall recall) {
        return new Delivery(
                new DeliveryId(UUID.randomUUID()),
                new ShipmentId(UUID.randomUUID()),
                new AgencyId(UUID.randomUUID()),
                7,
                state,
                recall);
    }
}
