package vn.thongsuot.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.shared.Words;

/// What an entry holds, as people read it.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class LogValuesTests {

    @Autowired
    LogValues values;

    @Test
    void readsNamesWhereTheEntryHoldsCodes() {
        Locale vi = Words.VIETNAMESE;
        assertThat(values.of("permissions", "[]", vi)).isEqualTo("—");
        assertThat(values.of("permissions", "[\"DIRECTORY_VIEW\",\"HOME_VIEW\"]", vi))
                .doesNotContain("_")
                .contains("; ");
        assertThat(values.of("calendar", "H59", vi)).doesNotContain("H59");
        assertThat(values.of("people", "[\"" + DemonstrationOfficer.CHAIRMAN.id() + "\",null]", vi))
                .isEqualTo("Võ Minh Khải; —");
        assertThat(values.of("counts", "{\"ended\":2,\"step\":null}", vi)).isEqualTo("kết thúc: 2");
        assertThat(values.of("until", "2024-11-22T01:05:00Z", vi)).isEqualTo("22/11/2024 08:05:00");
        assertThat(values.of("name", "[ghi chú", vi)).isEqualTo("[ghi chú");
    }
}
