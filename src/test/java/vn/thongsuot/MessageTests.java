package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.thongsuot.shared.Words;

/// Every message in Vietnamese and English, and every key a template or a class asks for written by somebody.
@Proves({"H1.2", "H2.2"})
class MessageTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern ASKED = Pattern.compile("\\bt\\(\"([a-z][a-z0-9.-]+[a-z0-9])\"[,)]");

    static SortedMap<String, String> vietnamese(String module) {
        return read(FOLDER.resolve(module + ".properties"));
    }

    static SortedMap<String, String> english(String module) {
        return read(FOLDER.resolve(module + "_en.properties"));
    }

    static List<String> modules() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("_en.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyMessageIsThereInBothLanguages() {
        for (String module : modules()) {
            assertThat(english(module).keySet())
                    .as(module)
                    .isEqualTo(vietnamese(module).keySet());
        }
    }

    @Test
    void everyKeyBelongsToItsModule() {
        for (String module : modules()) {
            assertThat(vietnamese(module).keySet())
                    .allMatch(key -> key.startsWith(module + ".") || key.startsWith("problem." + module + "."));
        }
    }

    @Test
    void everyMessageIsAValidPatternWithTheSamePlaceholders() {
        for (String module : modules()) {
            vietnamese(module)
                    .forEach((key, text) -> assertThat(placeholders(text))
                            .as(key)
                            .isEqualTo(placeholders(english(module).get(key))));
        }
    }

    /// As the reader sees it, whether the message has arguments or not: no doubled apostrophe, and none swallowed.
    @Test
    void everyApostropheIsShownOnce() {
        Words words = new Words();
        for (String module : modules()) {
            Map.of(Words.VIETNAMESE, vietnamese(module), Locale.ENGLISH, english(module))
                    .forEach((locale, messages) -> messages.forEach((key, text) -> {
                        assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                        assertThat(apostrophes(words.of(locale, key)))
                                .as(key)
                                .isEqualTo(apostrophes(text.replace("''", "'")));
                    }));
        }
    }

    @Test
    void noKeyIsWrittenTwice() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                assertThat(Files.readAllLines(file).stream()
                                .filter(line -> line.contains("=") && !line.startsWith("#"))
                                .map(line ->
                                        line.substring(0, line.indexOf('=')).strip()))
                        .as(file.toString())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everyKeyATemplateAsksForIsWritten() throws IOException {
        List<String> written = modules().stream()
                .flatMap(module -> vietnamese(module).keySet().stream())
                .toList();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher asked = ASKED.matcher(Files.readString(file));
                while (asked.find()) {
                    assertThat(written).as(file + " asks for").contains(asked.group(1));
                }
            }
        }
    }

    /// The auditor's page says `<module>.event.<Event>` for what happened.
    @Test
    @Proves("H7.4")
    void everyEventHasWords() {
        for (Class<?> type : vn.thongsuot.audit.SampleEvents.types()) {
            String module = type.getPackageName().split("\\.")[2];
            assertThat(vietnamese(module).keySet())
                    .as("messages/" + module + ".properties")
                    .contains(module + ".event." + type.getSimpleName());
        }
    }

    private static long apostrophes(String text) {
        return text.chars().filter(letter -> letter == '\'').count();
    }

    private static int placeholders(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static SortedMap<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        TreeMap<String, String> sorted = new TreeMap<>();
        properties.forEach((key, value) -> sorted.put((String) key, (String) value));
        return sorted;
    }
}
