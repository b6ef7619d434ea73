package vn.thongsuot.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;

/// What a person typed is read as they meant it, or refused.
class TypedTests {

    @ParameterizedTest
    @ValueSource(strings = {"2025-07-01", "1/7/2025", "01/07/2025", " 1/7/2025 "})
    void readsADateAsAFieldSendsItAndAsPeopleWriteIt(String text) {
        assertThat(typed(text).date("field")).isEqualTo(LocalDate.of(2025, 7, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/2/2025", "32/13/2024", "2025-02-30", "mai"})
    void refusesWhatIsNoDate(String text) {
        refuses(SharedProblem.DATE_UNREADABLE, () -> typed(text).date("field"));
    }

    @Test
    void readsTimesMomentsAndNumbers() {
        assertThat(typed("07:30").time("field")).isEqualTo(LocalTime.of(7, 30));
        assertThat(typed("7:30").time("field")).isEqualTo(LocalTime.of(7, 30));
        LocalDateTime moment = LocalDateTime.of(2025, 7, 1, 8, 0);
        assertThat(typed("2025-07-01T08:00").moment("field")).isEqualTo(moment);
        assertThat(typed("1/7/2025 8:00").moment("field")).isEqualTo(moment);
        assertThat(typed("12").number("field")).isEqualTo(12);
        for (String text : List.of("", "31/2/2025 8:00", "7 giờ")) {
            refuses(SharedProblem.VALUE_UNREADABLE, () -> typed(text).time("field"));
            refuses(SharedProblem.VALUE_UNREADABLE, () -> typed(text).moment("field"));
            refuses(SharedProblem.VALUE_UNREADABLE, () -> typed(text).number("field"));
        }
        refuses(SharedProblem.VALUE_UNREADABLE, Typed.nothing()::version);
    }

    @Test
    void readsWhatWasChosen() {
        UUID id = UUID.fromString("01970000-0000-7000-8000-000000000000");
        assertThat(typed("MONDAY").choice("field", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
        assertThat(typed(id.toString()).id("field")).isEqualTo(id);
        assertThat(typed("").id("field")).isNull();
        refuses(SharedProblem.CHOICE_MISSING, () -> typed("").choice("field", DayOfWeek.class));
        refuses(SharedProblem.CHOICE_MISSING, () -> typed("một người").id("field"));
    }

    @Test
    void tellsWhatWasSentFromWhatWasGiven() {
        Typed typed = typed(" ");
        assertThat(typed.has("field")).isTrue();
        assertThat(typed.given("field")).isFalse();
        assertThat(typed.orNull("field")).isNull();
        assertThat(typed.has("other")).isFalse();
        assertThat(typed.text("other")).isEmpty();
        assertThat(typed.with("field", 1).text("field")).isEmpty();
        assertThat(typed.with("other", 1).text("other")).isEqualTo("1");
        assertThat(typed.instead("field", 1).text("field")).isEqualTo("1");
        assertThat(typed.text("field")).isEmpty();
    }

    @Test
    void keepsEveryValueOfAFieldSentMoreThanOnce() {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.addAll("right", List.of("A", "B"));
        Typed typed = new Typed(fields);
        assertThat(typed.all("right")).containsExactly("A", "B");
        assertThat(typed.text("right")).isEqualTo("A");
        assertThat(typed.instead("right", "C").all("right")).containsExactly("C");
        assertThat(typed.all("right")).hasSize(2);
        assertThat(typed.all("other")).isEmpty();
    }

    @Test
    void saysOnlyTheBeginningOfALongAnswer() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> typed("x".repeat(100)).date("field"))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly("x".repeat(40) + "…"));
    }

    private static Typed typed(String text) {
        return Typed.nothing().with("field", text);
    }

    private static void refuses(SharedProblem problem, ThrowingCallable reading) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(reading).satisfies(refused -> {
            assertThat(refused.problem()).isEqualTo(problem);
            assertThat(refused.field()).isIn("field", "version");
        });
    }
}
