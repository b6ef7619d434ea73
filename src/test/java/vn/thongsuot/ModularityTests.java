package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The ladder: a module may use only modules above it, and only those it declares.
class ModularityTests {

    /// Every module of the province in ladder order (STYLE.md §1). A module missing in the code is simply not
    /// there yet.
    static final List<String> LADDER = List.of(
            "shared",
            "audit",
            "calendar",
            "organization",
            "access",
            "files",
            "notification",
            "signing",
            "exchange",
            "incoming",
            "outgoing",
            "workfile",
            "directive",
            "agenda",
            "meeting",
            "sharing",
            "procedure",
            "citizen",
            "payment",
            "dossier",
            "counter",
            "portal",
            "nationalportal",
            "petition",
            "scoring",
            "iso",
            "supervision",
            "programme",
            "tourism",
            "inspection",
            "dashboard");

    static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

    @Test
    @Proves({"H1.1", "H1.2"})
    void keepsModulesWithinTheirDeclaredDependencies() {
        MODULES.verify();
    }

    @Test
    @Proves({"H1.1", "H1.2"})
    void everyModuleStandsOnTheLadderAndUsesOnlyModulesAboveIt() {
        MODULES.forEach(module -> {
            String name = module.getIdentifier().toString();
            assertThat(LADDER).as("modules of the ladder").contains(name);
            module.getDirectDependencies(MODULES)
                    .uniqueModules()
                    .forEach(used -> assertThat(
                                    LADDER.indexOf(used.getIdentifier().toString()))
                            .as("%s may use only modules above it, not %s", name, used.getIdentifier())
                            .isLessThan(LADDER.indexOf(name)));
        });
    }

    @Test
    @Proves({"H1.1", "H1.2"})
    void everyPackageSaysWhatItIs() throws Exception {
        for (Path folder : packages()) {
            Path info = folder.resolve("package-info.java");
            assertThat(info).as("every package has a package-info").exists();
            String text = Files.readString(info);
            assertThat(text).as(info + " begins with the Vietnamese term").startsWith("/// **");
            assertThat(text).as(info.toString()).contains("@" + NullMarked.class.getSimpleName());
            if (isModule(folder)) {
                assertThat(text).as(info.toString()).contains("@" + ApplicationModule.class.getSimpleName());
                assertThat(text).as(info.toString()).contains("allowedDependencies");
                assertThat(text).as(info + " lists its tables").contains("Tables:");
            }
        }
    }

    private static boolean isModule(Path folder) {
        return folder.getParent().endsWith(Path.of("vn", "thongsuot"));
    }

    private static List<Path> packages() throws IOException {
        try (var paths = Files.walk(Path.of("src/main/java/vn/thongsuot"))) {
            return paths.filter(Files::isDirectory).toList();
        }
    }
}
