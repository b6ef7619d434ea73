package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.yaml.snakeyaml.Yaml;

/// How the project is kept: what a newcomer, an operator and a catalogue of public code find at its root.
class RepositoryTests {

    private static final int LARGEST_PICTURE = 200 * 1024;

    @Test
    @Proves("H1.4")
    void everyVersionIsPinned() throws Exception {
        Element pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();
        List<String> versions = texts(pom.getElementsByTagName("version"));
        versions.addAll(texts(((Element) pom.getElementsByTagName("properties").item(0)).getElementsByTagName("*")));
        assertThat(versions).hasSizeGreaterThan(20).noneMatch(version -> version.contains("SNAPSHOT"));
        assertThat(versions).noneMatch(version -> version.matches("(?i)latest|release|[\\[(].*"));
        assertThat(pom.getElementsByTagName("java.version").item(0).getTextContent())
                .isEqualTo("25");
        assertThat(texts(((Element) pom.getElementsByTagName("parent").item(0)).getElementsByTagName("version")))
                .allMatch(version -> version.startsWith("4.1."));
        assertThat(pom.getElementsByTagName("modulith.version").item(0).getTextContent())
                .startsWith("2.1.");
        // Without a version of its own a plugin follows the parent; of others nobody says which would come.
        NodeList plugins = pom.getElementsByTagName("plugin");
        for (int index = 0; index < plugins.getLength(); index++) {
            Element plugin = (Element) plugins.item(index);
            String group = text(plugin, "groupId");
            assertThat(group.startsWith("org.apache.maven.plugins")
                            || group.startsWith("org.springframework.boot")
                            || !text(plugin, "version").isEmpty())
                    .as(text(plugin, "artifactId") + " has a version")
                    .isTrue();
        }
    }

    @Test
    @Proves("H1.4")
    void isUnderTheApacheLicence() throws IOException {
        assertThat(Files.readString(Path.of("LICENSE")))
                .contains("Apache License", "Version 2.0, January 2004", "END OF TERMS AND CONDITIONS")
                .contains("9. Accepting Warranty or Additional Liability.");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<name>Apache-2.0</name>");
    }

    /// publiccode.yml 0.4: the keys a catalogue asks for, and their bounds.
    @Test
    @Proves("H1.4")
    @SuppressWarnings("unchecked")
    void describesItselfToCataloguesOfPublicCode() throws IOException {
        Map<String, Object> code = new Yaml().load(Files.readString(Path.of("publiccode.yml")));
        assertThat(code)
                .containsEntry("publiccodeYmlVersion", "0.4")
                .containsKeys("name", "url", "platforms", "developmentStatus", "softwareType", "description")
                .containsKeys("legal", "maintenance", "localisation");
        assertThat(Set.of(
                        "publiccodeYmlVersion",
                        "name",
                        "applicationSuite",
                        "url",
                        "landingURL",
                        "isBasedOn",
                        "softwareVersion",
                        "releaseDate",
                        "logo",
                        "platforms",
                        "categories",
                        "usedBy",
                        "roadmap",
                        "developmentStatus",
                        "softwareType",
                        "intendedAudience",
                        "description",
                        "legal",
                        "maintenance",
                        "localisation",
                        "dependsOn",
                        "inputTypes",
                        "outputTypes"))
                .as("keys of the standard")
                .containsAll(code.keySet());
        assertThat(code.get("developmentStatus")).isIn("concept", "development", "beta", "stable", "obsolete");
        assertThat(code.get("softwareType")).isIn("standalone/web", "standalone/backend", "standalone/other");
        assertThat(Set.of("document-management", "workflow-management", "government-websites", "identity-management"))
                .containsAll((List<String>) code.get("categories"));
        assertThat((Map<String, Object>) code.get("legal")).containsEntry("license", "Apache-2.0");
        Map<String, Object> maintenance = (Map<String, Object>) code.get("maintenance");
        assertThat(maintenance.get("type")).isIn("internal", "contract", "community", "none");
        assertThat((List<Map<String, Object>>) maintenance.get("contacts"))
                .isNotEmpty()
                .allSatisfy(contact -> assertThat(contact).containsKey("name"));
        Map<String, Object> localisation = (Map<String, Object>) code.get("localisation");
        assertThat(localisation.get("localisationReady")).isEqualTo(true);
        List<String> languages = (List<String>) localisation.get("availableLanguages");
        Map<String, Map<String, Object>> described = (Map<String, Map<String, Object>>) code.get("description");
        assertThat(described.keySet()).containsExactlyInAnyOrderElementsOf(languages);
        described.values().forEach(text -> {
            assertThat((String) text.get("shortDescription")).hasSizeLessThanOrEqualTo(150);
            assertThat(((String) text.get("longDescription")).length()).isBetween(150, 10_000);
            assertThat((List<String>) text.get("features")).isNotEmpty();
        });
        assertThat(code.get("softwareVersion")).as("as in pom.xml").isEqualTo(projectVersion());
    }

    private static String projectVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String own = pom.substring(pom.indexOf("</parent>"));
        return own.substring(own.indexOf("<version>") + "<version>".length(), own.indexOf("</version>"));
    }

    @Test
    @Proves("H1.4")
    void theReadmeShowsWhatItIsInTwoLanguages() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(readme).contains("## Tiếng Việt", "bin/run", "bin/check", "http://localhost:8080");
        List<String> links = Stream.of(readme.split("\\]\\("))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf(')')))
                .filter(link -> !link.startsWith("http") && !link.startsWith("#"))
                .toList();
        assertThat(links).anyMatch(link -> link.endsWith(".png"));
        for (String link : links) {
            Path target = Path.of(link.replaceAll("#.*", ""));
            assertThat(target).as("a link of README.md").exists();
            if (link.endsWith(".png")) {
                assertThat(Files.size(target)).isLessThanOrEqualTo(LARGEST_PICTURE);
                assertThat(ImageIO.read(target.toFile()).getWidth()).isGreaterThanOrEqualTo(1000);
            }
        }
        // Every system of the province has a row that says how far it is.
        for (String system : List.of(
                "iOffice",
                "iGate",
                "766",
                "ISO",
                "LGSP",
                "level",
                "conferences",
                "Project 06",
                "tourism",
                "Operations")) {
            assertThat(readme.lines().filter(line -> line.startsWith("|") && line.contains(system)))
                    .as(system)
                    .isNotEmpty()
                    .allMatch(line -> line.contains("works") || line.contains("not yet") || line.contains("partly"));
        }
    }

    @Test
    @Proves("H1.4")
    void saysHowToTakePartHowToReportAHoleAndWhatChanged() throws IOException {
        for (String file : List.of("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "STYLE.md")) {
            assertThat(Files.readString(Path.of(file))).as(file).hasSizeGreaterThan(300);
        }
        assertThat(Files.readString(Path.of("CHANGELOG.md"))).contains("## " + projectVersion());
        List<Path> decisions = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("docs/decisions"))) {
            files.sorted().forEach(decisions::add);
        }
        assertThat(decisions).hasSizeGreaterThanOrEqualTo(4);
        for (int index = 0; index < decisions.size(); index++) {
            assertThat(decisions.get(index).getFileName().toString()).startsWith("%04d-".formatted(index + 1));
            assertThat(Files.readString(decisions.get(index)))
                    .contains("**Status:**", "**Context.**", "**Decision.**", "**Consequences.**");
        }
    }

    private static List<String> texts(NodeList nodes) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            texts.add(nodes.item(index).getTextContent().strip());
        }
        return texts;
    }

    private static String text(Element element, String child) {
        NodeList found = element.getElementsByTagName(child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
