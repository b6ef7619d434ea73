package vn.thongsuot.notification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;

/// What a module may say, and where it may lead.
class NoticeTests {

    /// Else a notice could lead its reader out of the installation.
    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "//example.org/", "/\\example.org", "dossiers/1", ""})
    void leadsNowhereElse(String link) {
        assertThatThrownBy(() -> notice(link, "cause", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needsACauseAndPlainArguments() {
        assertThatThrownBy(() -> notice("/", "", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notice("/", "c", List.of("a\u001fb"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notice("/", "c", List.of("x".repeat(601))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Notice notice(String link, String cause, List<String> arguments) {
        return new Notice(
                new OfficerId(UUID.randomUUID()),
                new PostId(UUID.randomUUID()),
                new Thing("dossier", "1"),
                cause,
                "dossier.notice.to-sign",
                arguments,
                link,
                false,
                Instant.EPOCH);
    }
}
