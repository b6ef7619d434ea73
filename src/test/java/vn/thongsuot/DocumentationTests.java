package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import vn.thongsuot.shared.Lifecycle;
import vn.thongsuot.shared.Permission;

/// What can be written from the code is written from the code: glossary, module map, permissions, state charts
/// and the requirements with their proofs.
@Proves("H1.3")
class DocumentationTests {

    private static final Path MAIN = Path.of("src/main/java/vn/thongsuot");
    private static final Pattern TERM = Pattern.compile("(?m)^\\s*/// \\*\\*(.+?)\\*\\*\\s*(.*)$");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:abstract |final |sealed |non-sealed )*(?:class|record|enum|interface|@interface) (\\w+)");

    @Test
    void theGlossaryHasEveryPublicType() throws IOException {
        StringBuilder text = new StringBuilder("# Glossary\n\nOne word for one thing, Vietnamese and English.\n");
        for (String module : ModularityTests.LADDER) {
            Path folder = MAIN.resolve(module);
            if (Files.isDirectory(folder)) {
                text.append("\n## ")
                        .append(module)
                        .append("\n\n| tiếng Việt | in code | what it is |\n|---|---|---|\n");
                for (Path file : sources(folder)) {
                    String source = Files.readString(file);
                    Matcher type = PUBLIC_TYPE.matcher(source);
                    if (type.find()) {
                        text.append(row(file, source.substring(0, type.start()), type.group(1)));
                    }
                }
            }
        }
        Documents.mustSay("glossary.md", text.toString());
    }

    private static String row(Path file, String before, String type) {
        Matcher term = TERM.matcher(before);
        assertThat(term.find())
                .as("%s: the Javadoc of public type %s begins with /// **Vietnamese term.**", file, type)
                .isTrue();
        String vietnamese = term.group(1).replaceAll("\\.$", "");
        String rest = before.substring(term.start(2))
                .lines()
                .takeWhile(line -> line.equals(term.group(2)) || line.strip().matches("///.+"))
                .map(line -> line.strip().replaceFirst("^///\\s?", ""))
                .collect(Collectors.joining(" "));
        int end = rest.indexOf(". ");
        String sentence = (end < 0 ? rest : rest.substring(0, end + 1)).replace("|", "\\|");
        return "| " + vietnamese + " | `" + type + "` | " + sentence.replaceAll("\\{@link ([\\w.]+)}", "`$1`") + " |\n";
    }

    @Test
    void theModuleMapShowsWhoUsesWhom() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Modules

                In ladder order: a module may use only modules above it. Arrows show real use in the code.

                | module | là gì | uses | tables |
                |---|---|---|---|
                """);
        StringBuilder chart = new StringBuilder("```mermaid\nflowchart BT\n");
        for (String name : ModularityTests.LADDER) {
            ApplicationModule module =
                    ModularityTests.MODULES.getModuleByName(name).orElse(null);
            if (module == null) {
                continue;
            }
            List<String> used = module.getDirectDependencies(ModularityTests.MODULES)
                    .uniqueModules()
                    .map(other -> other.getIdentifier().toString())
                    .sorted(Comparator.comparingInt(ModularityTests.LADDER::indexOf))
                    .toList();
            String info = Files.readString(MAIN.resolve(name).resolve("package-info.java"));
            Matcher term = TERM.matcher(info);
            assertThat(term.find()).isTrue();
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(name, term.group(1).replaceAll("\\.$", ""), String.join(", ", used), tables(info)));
            used.stream()
                    .filter(other -> !other.equals("shared"))
                    .forEach(other -> chart.append("    ")
                            .append(name)
                            .append(" --> ")
                            .append(other)
                            .append('\n'));
        }
        Documents.mustSay("modules.md", text + "\n" + chart + "```\n");
    }

    private static String tables(String info) {
        Matcher tables =
                Pattern.compile("(?s)Tables: (.*?)\\n(?:///\\n|@|import)").matcher(info);
        return tables.find() ? tables.group(1).replaceAll("\\n/// ?", " ").strip() : "none";
    }

    @Test
    void thePermissionsAreListed() {
        StringBuilder text =
                new StringBuilder("# Permissions\n\n| permission | module | for everyone signed in |\n|---|---|---|\n");
        HouseRulesTests.CODE.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Permission.class))
                .sorted(Comparator.comparing(JavaClass::getName))
                .forEach(type -> Arrays.stream(type.reflect().getEnumConstants())
                        .map(Permission.class::cast)
                        .forEach(permission -> text.append("| `%s` | %s | %s |\n"
                                .formatted(
                                        permission.name(),
                                        type.getPackageName().substring("vn.thongsuot.".length()),
                                        permission.everyone() ? "yes" : ""))));
        Documents.mustSay("permissions.md", text.toString());
    }

    @Test
    void everyTableOfMovesIsDrawn() {
        StringBuilder text =
                new StringBuilder("# States\n\nThe tables of legal moves, drawn. What is not drawn is refused.\n");
        HouseRulesTests.CODE.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Lifecycle.class))
                .sorted(Comparator.comparing(JavaClass::getName))
                .forEach(type -> text.append(chart(type)));
        Documents.mustSay("states.md", text.toString());
    }

    private static String chart(JavaClass type) {
        Object[] states = type.reflect().getEnumConstants();
        StringBuilder chart = new StringBuilder("\n## %s (`%s`)\n\n```mermaid\nstateDiagram-v2\n    [*] --> %s\n"
                .formatted(type.getSimpleName(), type.getPackageName().substring("vn.thongsuot.".length()), states[0]));
        for (Object state : states) {
            Map<? extends Class<?>, ?> moves = ((Lifecycle<?>) state).moves();
            moves.entrySet().stream()
                    .map(move -> "    %s --> %s : %s\n"
                            .formatted(state, move.getValue(), move.getKey().getSimpleName()))
                    .sorted()
                    .forEach(chart::append);
            if (moves.isEmpty()) {
                chart.append("    ").append(state).append(" --> [*]\n");
            }
        }
        return chart.append("```\n").toString();
    }

    @Test
    void everyRequirementIsListedWithItsProofs() throws Exception {
        SortedMap<String, Set<String>> proofs = proofs();
        StringBuilder text =
                new StringBuilder("# Requirements\n\nWhat the product promises, and the tests that prove it. "
                        + "`bin/accept AREA` runs them and says PASS, FAIL or NO PROOF.\n");
        List<String> known = new ArrayList<>();
        try (Stream<Path> areas = Files.list(Path.of("src/test/resources/requirements"))) {
            for (Path area : areas.sorted().toList()) {
                for (String line : Files.readAllLines(area)) {
                    if (line.startsWith("# ")) {
                        text.append("\n## ")
                                .append(line.substring(2))
                                .append("\n\n| | requirement | proved by |\n|---|---|---|\n");
                    } else if (!line.isBlank()) {
                        String id = line.substring(0, line.indexOf(' '));
                        known.add(id);
                        String tests = String.join(", ", proofs.getOrDefault(id, Set.of()));
                        text.append("| %s | %s | %s |\n".formatted(id, line.substring(id.length() + 1), tests));
                    }
                }
            }
        }
        assertThat(known).as("requirements that tests claim to prove").containsAll(proofs.keySet());
        Documents.mustSay("requirements.md", text.toString());
    }

    private static SortedMap<String, Set<String>> proofs() throws IOException, ClassNotFoundException {
        SortedMap<String, Set<String>> proofs = new TreeMap<>();
        for (Path file : sources(Path.of("src/test/java"))) {
            if (file.toString().endsWith("Tests.java")) {
                String name = Path.of("src/test/java").relativize(file).toString();
                Class<?> type = Class.forName(name.replace(".java", "").replace('/', '.'));
                Stream<AnnotatedElement> elements =
                        Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()));
                elements.forEach(element -> {
                    Proves proves = element.getAnnotation(Proves.class);
                    if (proves != null) {
                        String test =
                                type.getSimpleName() + (element instanceof Method method ? "." + method.getName() : "");
                        for (String id : proves.value()) {
                            proofs.computeIfAbsent(id, _ -> new TreeSet<>()).add("`" + test + "`");
                        }
                    }
                });
            }
        }
        return proofs;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }
}
