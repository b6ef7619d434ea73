package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What can be configured stands in one validated record per module, which says what each value is for.
class ConfigurationTests {

    private static final List<JavaClass> RECORDS = HouseRulesTests.CODE.stream()
            .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
            .toList();

    @Test
    @Proves("H1.11")
    void everyModuleHasAtMostOneValidatedRecord() {
        assertThat(RECORDS).isNotEmpty();
        RECORDS.forEach(type -> {
            String module = module(type);
            String prefix =
                    type.getAnnotationOfType(ConfigurationProperties.class).value();
            assertThat(type.isRecord()).as(type.getName()).isTrue();
            assertThat(type.isAnnotatedWith(Validated.class))
                    .as(type.getName() + " is validated")
                    .isTrue();
            assertThat(prefix).isEqualTo(module.equals("shared") ? "thongsuot" : "thongsuot." + module);
        });
        assertThat(RECORDS.stream().map(ConfigurationTests::module)).doesNotHaveDuplicates();
    }

    @Test
    @Proves("H1.11")
    void everyValueSaysWhatItIsFor() throws IOException {
        for (JavaClass type : RECORDS) {
            String source =
                    Files.readString(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
            assertThat(Arrays.stream(type.reflect().getRecordComponents())
                            .map(component -> "@param " + component.getName() + " ")
                            .filter(said -> !source.contains(said))
                            .collect(Collectors.joining()))
                    .as("not documented in " + type.getName())
                    .isEmpty();
        }
    }

    @Test
    @Proves("H1.11")
    void nothingIsConfiguredBesideTheRecords() {
        ArchRuleDefinition.noFields()
                .should()
                .beAnnotatedWith(Value.class)
                .because("a module's values stand in its record")
                .check(HouseRulesTests.CODE);
    }

    private static String module(JavaClass type) {
        return type.getPackageName().replace("vn.thongsuot.", "").replaceAll("\\..*", "");
    }
}
