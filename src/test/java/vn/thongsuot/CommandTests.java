package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The commands that build and check, run for real on a tiny project with this project's build file and scripts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandTests {

    private static final String GOOD = """
            package vn.thongsuot;

            import org.junit.jupiter.api.Assertions;
            import org.junit.jupiter.api.Test;

            class TinyTests {

                @Test
                @Proves("Z1.1")
                void holds() {
                    Assertions.assertTrue(true);
                }
            }
            """;

    private static final String BAD = """
            package vn.thongsuot;

            import org.junit.jupiter.api.Assertions;
            import org.junit.jupiter.api.Test;

            class BrokenTests {

                @Test
                @Proves({"Z1.2", "Z1.1"})
                void doesNotHold() {
                    Assertions.fail("as it must");
                }

                @Test
                @Proves("Z1.3")
                void holds() {
                    Assertions.assertTrue(true);
                }
            }
            """;

    @TempDir
    static Path folder;

    private Installation tiny;

    @BeforeAll
    void plant() throws Exception {
        // Many Mavens that each live for seconds: the quick compiler serves them best.
        tiny = Installation.bare(Files.createDirectories(folder.resolve("tiny")))
                .with("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        tiny.take("src/test/java/vn/thongsuot/Proves.java");
        tiny.take("src/test/java/vn/thongsuot/ProofListener.java");
        tiny.take("src/test/resources/META-INF/services");
        tiny.write("src/test/resources/requirements/Z.txt", """
                Z Tiny: proves the commands.

                Z1.1 Holds, and does not.
                Z1.2 Does not hold.
                Z1.3 Holds.
                Z1.4 Nobody proves.
                """);
        tiny.write("src/test/java/vn/thongsuot/TinyTests.java", GOOD);
        tiny.write("src/main/jte/tiny.jte", "<p>tiny</p>\n");
        tiny.write("src/main/java/vn/thongsuot/package-info.java", """
                @org.jspecify.annotations.NullMarked
                package vn.thongsuot;
                """);
        // The application is not what is tried here: it counts as built.
        tiny.write("target/app/built", "");
        Files.setLastModifiedTime(tiny.path("target/app/built"), FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));
        tiny.write(".mvn/maven.config", "-o\n");
        tiny.run("git", "init", "-q").needSuccess();
        tiny.run("git", "add", "-A").needSuccess();
    }

    @Test
    @Proves("H1.6")
    void checkTriesScriptsSecretsFormatCodeAndTestsAndEndsWithTheirSum() throws Exception {
        Installation.Ended ended = tiny.run(".ci/run").needSuccess();
        assertThat(ended.said())
                .containsSubsequence(
                        "— scripts", "— secrets", "— format, compile", "— tests", "Tests run: 1, Failures: 0");
        assertThat(Files.readAllLines(tiny.path(".ci/run")))
                .as("CI calls bin/check and nothing else")
                .containsExactly("#!/usr/bin/env bash", "exec \"$(dirname \"${BASH_SOURCE[0]}\")/../bin/check\"");
        assertThat(Files.readString(tiny.path("bin/check"))).contains("\"$root/bin/prepare\"");

        tiny.write("bin/broken", "#!/usr/bin/env bash\necho $unquoted\n");
        try {
            assertRefused(tiny.run("bin/check"), "SC2086");
        } finally {
            Files.delete(tiny.path("bin/broken"));
        }
    }

    @Test
    @Proves({"H1.4", "H1.6"})
    void checkStopsAtASecretASloppyFormatANullAndAMistake() throws Exception {
        Path planted = tiny.path("src/main/java/vn/thongsuot/Planted.java");
        try {
            tiny.write(relative(planted), "package vn.thongsuot;\nclass Planted {  int  x ; }\n");
            assertRefused(tiny.run("mvn", "-B", "-ntp", "-q", "spotless:check"), "Planted.java");
            tiny.write(relative(planted), """
                    package vn.thongsuot;

                    class Planted {

                        String name() {
                            return null;
                        }
                    }
                    """);
            assertRefused(tiny.run("mvn", "-B", "-ntp", "-q", "compile"), "[NullAway]");
            tiny.write(relative(planted), """
                    package vn.thongsuot;

                    class Planted {

                        void stop() {
                            new IllegalStateException("never thrown");
                        }
                    }
                    """);
            assertRefused(tiny.run("mvn", "-B", "-ntp", "-q", "compile"), "[DeadException]");
        } finally {
            Files.deleteIfExists(planted);
        }
    }

    @Test
    @Proves("H1.4")
    void theSecretsScanFindsAPlantedSecret() throws Exception {
        assertThat(tiny.run("bin/scan-secrets").code()).isZero();
        for (String secret : List.of(
                "-----BEGIN " + "PRIVATE KEY-----",
                "AKIA" + "IOSFODNN7EXAMPLE",
                "ghp" + "_0123456789abcdefghijABCDEFGHIJ012345",
                "pass" + "word = \"aGVsbG8gd29ybGQgaGVsbG8gd29y\"",
                "see /ro" + "ot/.m2")) {
            tiny.write("planted.txt", "x " + secret + " y\n");
            tiny.run("git", "add", "planted.txt").needSuccess();
            assertRefused(tiny.run("bin/scan-secrets"), "planted.txt:1");
        }
        Files.delete(tiny.path("planted.txt"));
        tiny.run("git", "add", "-A").needSuccess();
    }

    @Test
    @Proves({"H1.8", "H1.3"})
    void acceptSaysPassFailOrNoProofOfEachRequirement() throws Exception {
        tiny.write("src/test/java/vn/thongsuot/BrokenTests.java", BAD);
        try {
            Installation.Ended ended = tiny.run("bin/accept", "Z");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.said())
                    .contains("FAIL      Z1.1", "FAIL      Z1.2", "PASS      Z1.3", "NO PROOF  Z1.4")
                    .contains("BrokenTests.doesNotHold", "1 pass, 3 do not");
        } finally {
            Files.delete(tiny.path("src/test/java/vn/thongsuot/BrokenTests.java"));
        }
        tiny.write("src/test/resources/requirements/Z.txt", "Z1.1 Holds.\n");
        Installation.Ended ended = tiny.run("bin/accept", "Z").needSuccess();
        assertThat(ended.said()).contains("PASS      Z1.1", "1 pass, 0 do not");
        assertRefused(tiny.run("bin/accept", "Q"), "AREA one of: Z");
        assertRefused(tiny.run("bin/accept"), "AREA one of: Z");
    }

    @Test
    @Proves("H1.6")
    void prepareSaysWhatIsMissingWhereItMayNotInstall() throws Exception {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        for (String program : List.of("bash", "env", "dirname", "psql", "shellcheck", "openssl", "python3", "mvn")) {
            Files.createSymbolicLink(programs.resolve(program), Path.of("/bin/bash"));
        }
        fake(programs, "id", "echo 1000");
        fake(programs, "dirname", "/usr/bin/dirname \"$@\"");
        Installation.Ended ended = tiny.run("/usr/bin/env", "PATH=" + programs, "/bin/bash", "bin/prepare");
        assertRefused(ended, "chromium");
        assertThat(ended.said()).contains("postgresql", "curl").doesNotContain("shellcheck", "openssl", "maven");
        assertThat(tiny.run("bin/prepare").code()).as("where all is there").isZero();
    }

    @Test
    @Proves("H1.5")
    void findsAJdkWhereverItIs() throws Exception {
        String home = System.getProperty("java.home");
        String ask = ". bin/lib.sh; find_jdk; echo \"$JAVA_HOME\"";
        assertThat(tiny.run("env", "JAVA_HOME=" + home, "bash", "-c", ask)
                        .said()
                        .strip())
                .isEqualTo(home);
        // A JDK too old, or a folder that is none: the one on the PATH.
        Path old = Files.createDirectories(folder.resolve("old/bin")).getParent();
        fake(old.resolve("bin"), "java", "echo '    java.specification.version = 17' >&2");
        fake(old.resolve("bin"), "javac", "true");
        for (String wrong :
                List.of(old.toString(), "", folder.resolve("nowhere").toString())) {
            String path = home + "/bin:/usr/bin:/bin";
            assertThat(tiny.run("env", "JAVA_HOME=" + wrong, "PATH=" + path, "bash", "-c", ask)
                            .said()
                            .strip())
                    .isEqualTo(home);
        }
        // Neither: one of the usual folders, also without a home of one's own.
        Path person = Files.createDirectories(folder.resolve("person/.jdks"));
        Files.createSymbolicLink(person.resolve("mine"), Path.of(home));
        String found = tiny.run(
                        "env",
                        "-u",
                        "JAVA_HOME",
                        "HOME=" + person.getParent(),
                        "PATH=/usr/bin:/bin",
                        "bash",
                        "-c",
                        ask + "; is_jdk \"$JAVA_HOME\" && echo fits")
                .needSuccess()
                .said();
        assertThat(found).endsWith("fits\n");
    }

    @Test
    @Proves("H1.5")
    void buildsOnlyWhenASourceIsNewerThanTheBuild() throws Exception {
        Path programs = Files.createDirectories(folder.resolve("maven"));
        fake(programs, "mvn", "echo \"Maven was asked: $*\"; exit 1");
        String build = "PATH=" + programs + ":$PATH; . bin/lib.sh; find_jdk; build_when_needed";
        assertThat(tiny.run("bash", "-c", build).needSuccess().said()).doesNotContain("Maven was asked");
        Path source = tiny.path("src/main/jte/tiny.jte");
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2099-01-02T00:00:00Z")));
        try {
            Installation.Ended ended = tiny.run("bash", "-c", build);
            assertRefused(ended, "Maven was asked: -B -ntp -q -Dmaven.test.skip=true package");
            assertThat(ended.said()).contains("The build failed");
        } finally {
            Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2024-01-02T00:00:00Z")));
        }
    }

    @Test
    @Proves("H1.7")
    void benchRefusesANameThereIsNotAndAnOptionItDoesNotKnow() throws Exception {
        assertRefused(tiny.run("bin/bench", "--slow"), "Unknown option --slow");
        assertThat(tiny.run("bin/bench", "--help").needSuccess().said()).contains("house", "target/bench/NAME.json");
        try (Stream<String> names = Stream.of("signing", "no-such-thing")) {
            assertThat(names.map(vn.thongsuot.bench.Bench::refusal))
                    .allMatch(said -> said.contains("there are: [house, spine]"));
        }
        assertThat(vn.thongsuot.bench.Bench.refusal("house")).isEmpty();
        assertThat(vn.thongsuot.bench.Bench.refusal("spine")).isEmpty();
    }

    private String relative(Path path) {
        return tiny.root().relativize(path).toString();
    }

    private static void assertRefused(Installation.Ended ended, String why) {
        assertThat(ended.code()).as(ended.said()).isNotZero();
        assertThat(ended.said()).contains(why);
    }

    private static void fake(Path folder, String name, String body) throws IOException {
        Path program = folder.resolve(name);
        Files.deleteIfExists(program);
        Files.writeString(program, "#!/bin/bash\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
