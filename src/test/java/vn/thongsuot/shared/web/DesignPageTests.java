package vn.thongsuot.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.thongsuot.Proves;

/// The style page shows every component of the style sheet, and uses no class or icon that is not there.
@Proves("H8.2")
class DesignPageTests {

    private static final Path EXAMPLES = Path.of("src/main/resources/shared/design");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern SELECTOR = Pattern.compile("\\.(ts-[a-z0-9-]+)");
    private static final Pattern CLASS = Pattern.compile("class=\"([^\"]*)\"");
    private static final Pattern ICON = Pattern.compile("icons\\.svg#([a-z0-9-]+)");

    /// Grids, spacing and the frame of whole pages: not components, and nothing to see by themselves.
    private static final Set<String> FRAME = Set.of(
            "ts-band",
            "ts-skip",
            "ts-shell",
            "ts-main",
            "ts-top",
            "ts-page",
            "ts-page-wide",
            "ts-rail",
            "ts-phonehead",
            "ts-tabbar",
            "ts-pop-all",
            "ts-signin",
            "ts-signin-id",
            "ts-signin-form",
            "ts-river",
            "ts-demo",
            "ts-keys",
            "ts-cithead",
            "ts-citpage",
            "ts-citbar",
            "ts-langs",
            "ts-actbar",
            "ts-signbar",
            "ts-leader",
            "ts-scan",
            "ts-cols-doc",
            "ts-cols-idx",
            "ts-cols-map",
            "ts-cols-side",
            "ts-cols-tree",
            "ts-results",
            "ts-stack-3",
            "ts-stack-id",
            "ts-row-top",
            "ts-between",
            "ts-center",
            "ts-line",
            "ts-nowrap",
            "ts-hide-s",
            "ts-onpaper",
            "ts-only-s",
            "ts-mb-2",
            "ts-mt-2",
            "ts-mt-lg",
            "ts-i-lg",
            "ts-sel",
            "ts-tw",
            "ts-inline-link",
            "ts-loads",
            "ts-or",
            "ts-todo-s",
            "ts-chart",
            "ts-chart-sm",
            "ts-art",
            "ts-s-gold",
            "ts-s-primary-line",
            "ts-qr",
            "ts-scanpage",
            "ts-signarea",
            "ts-formcard",
            "ts-formcard-option");

    @Test
    void showsEveryComponentOfTheStyleSheet() throws IOException {
        Set<String> missing = styled();
        missing.removeAll(shown());
        missing.removeAll(FRAME);
        missing.removeIf(DesignPageTests::belongsToOneModule);
        assertThat(missing).as("components without an example in " + EXAMPLES).isEmpty();
    }

    @Test
    void usesOnlyWhatTheStyleSheetAndTheIconsHave() throws IOException {
        assertThat(styled()).containsAll(shown());
        String icons = Files.readString(STATIC.resolve("icons.svg"));
        for (String icon : found(examples(), ICON)) {
            assertThat(icons).as("icon " + icon).contains("id=\"" + icon + "\"");
        }
    }

    @Test
    void noExampleBendsTheContentSecurityPolicy() throws IOException {
        assertThat(examples()).doesNotContainPattern("\\sstyle=|<script|<style|\\son[a-z]+=|https?://");
    }

    /// What one module's pages alone use is that module's, not a component of all.
    private static boolean belongsToOneModule(String name) {
        Pattern use = Pattern.compile("\\b" + name + "\\b(?!-)");
        try (var files = Files.walk(TEMPLATES)) {
            Set<Path> modules = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (use.matcher(Files.readString(file)).find()) {
                    modules.add(file.getParent());
                }
            }
            return modules.size() == 1 && !modules.contains(TEMPLATES.resolve("shared"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> styled() throws IOException {
        return found(Files.readString(STATIC.resolve("thongsuot.css")), SELECTOR);
    }

    private static Set<String> shown() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (String names : found(examples(), CLASS)) {
            for (String name : names.split("\\s+")) {
                if (name.startsWith("ts-")) {
                    shown.add(name);
                }
            }
        }
        return shown;
    }

    private static String examples() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(EXAMPLES)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static Set<String> found(String text, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
