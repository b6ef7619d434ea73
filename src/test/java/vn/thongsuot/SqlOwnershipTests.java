package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A module names only its own schema in SQL, and the same word stands in java, jte, db and messages.
@Proves("H1.2")
class SqlOwnershipTests {

    private static final Pattern TABLE = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|table|on|only|references)\\s+(?:if not exists\\s+|if exists\\s+)?([a-z_]+)\\.[a-z_]+\\b");
    private static final List<String> MODULES = ModularityTests.LADDER;

    @Test
    void aModuleNamesOnlyItsOwnSchema() throws IOException {
        int seen = 0;
        for (Path file : files(Path.of("src/main"))) {
            String module = moduleOf(file);
            if (module == null) {
                continue;
            }
            Matcher tables = TABLE.matcher(sql(file));
            while (tables.find()) {
                String schema = tables.group(1).toLowerCase(java.util.Locale.ROOT);
                if (MODULES.contains(schema)) {
                    seen++;
                    assertThat(schema)
                            .as("schema named in " + file + ": " + tables.group())
                            .isEqualTo(module);
                }
            }
        }
        assertThat(seen).as("statements looked at").isGreaterThan(5);
    }

    @Test
    void theFourPlacesOfAModuleCarryTheSameWord() throws IOException {
        for (String place : List.of("src/main/jte", "src/main/resources/db/migration")) {
            try (var folders = Files.list(Path.of(place))) {
                folders.filter(Files::isDirectory)
                        .map(folder -> folder.getFileName().toString())
                        .filter(name -> !name.equals("__root"))
                        .forEach(name -> assertThat(Path.of("src/main/java/vn/thongsuot", name))
                                .as("%s/%s belongs to a module", place, name)
                                .isDirectory());
            }
        }
        MessageTests.modules()
                .forEach(name -> assertThat(Path.of("src/main/java/vn/thongsuot", name))
                        .as("messages/%s.properties belongs to a module", name)
                        .isDirectory());
    }

    /// The SQL of a file: all of a migration, the text blocks and strings of a class.
    private static String sql(Path file) throws IOException {
        String text = Files.readString(file);
        if (file.toString().endsWith(".sql")) {
            return text.replaceAll("--.*", "");
        }
        StringBuilder found = new StringBuilder();
        Matcher strings = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"")
                .matcher(text);
        while (strings.find()) {
            found.append(strings.group()).append('\n');
        }
        return found.toString();
    }

    private static @org.jspecify.annotations.Nullable String moduleOf(Path file) {
        String text = file.toString();
        for (String place : List.of("src/main/java/vn/thongsuot/", "src/main/resources/db/migration/")) {
            if (text.startsWith(place)) {
                String rest = text.substring(place.length());
                return rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : null;
            }
        }
        return null;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                    .toList();
        }
    }
}
