package vn.thongsuot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A copy of this repository in a folder of its own, for tests that run its real commands: what they build, record
/// or leave behind never meets the build that runs the tests.
final class Installation {

    private static final Path SOURCE = Path.of("").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Path root;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private List<String> prefix = List.of("env", "--default-signal=INT");

    private Installation(Path root) {
        this.root = root;
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /// With the sources of the application and the build, where there is one: `bin/run` works at once.
    static Installation whole(Path root) throws IOException {
        Installation copy = bare(root);
        copy.take("src/main");
        copy.take("target/app");
        return copy;
    }

    /// The commands and the build file only, as the start of a tiny project.
    static Installation bare(Path root) throws IOException {
        Installation copy = new Installation(root.toRealPath());
        for (String part : List.of("bin", ".ci", ".mvn", "pom.xml", ".gitignore")) {
            copy.take(part);
        }
        return copy;
    }

    Path root() {
        return root;
    }

    Path path(String relative) {
        return root.resolve(relative);
    }

    Installation with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /// From now on everything is done by the user `nobody`, who owns the copy from now on, too.
    Installation asNobody() throws IOException, InterruptedException {
        run(List.of("chown", "-R", "65534:65534", root.toString())).needSuccess();
        prefix = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "--default-signal=INT");
        environment.put("HOME", root.toString());
        return this;
    }

    void write(String relative, String content) throws IOException {
        Files.createDirectories(path(relative).getParent());
        Files.writeString(path(relative), content);
    }

    /// Copies a file or folder of the repository, with its dates; nothing where there is none.
    void take(String relative) throws IOException {
        Path from = SOURCE.resolve(relative);
        if (!Files.exists(from)) {
            return;
        }
        Path to = path(relative);
        Files.createDirectories(to.getParent());
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Runs a command to its end.
    Ended run(String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return run(whole);
    }

    private Ended run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        try {
            Process process = process(command, said).start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException(command + " did not end within " + PATIENCE + ": " + Files.readString(said));
            }
            return new Ended(command, process.exitValue(), Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    /// Starts a command in a process group of its own, as a terminal does; what it says goes to `said`.
    Process start(Path said, String... command) throws IOException {
        List<String> whole = new ArrayList<>(List.of("setsid"));
        whole.addAll(prefix);
        whole.addAll(List.of(command));
        return process(whole, said).start();
    }

    private ProcessBuilder process(List<String> command, Path said) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        // What the machine's own installation is told must not reach the copy.
        builder.environment().keySet().removeIf(name -> name.startsWith("THONGSUOT_") || name.equals("JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder;
    }

    /// Command lines of living processes that name `path`.
    static List<String> processesNaming(Path path) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .toList()) {
                String line = commandLine(process);
                if (line.contains(path.toString())) {
                    found.add(line);
                }
            }
        }
        return found;
    }

    private static String commandLine(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
                    .replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
    }

    /// How a command ended and what it said.
    record Ended(List<String> command, int code, String said) {

        Ended needSuccess() {
            if (code != 0) {
                throw new AssertionError(command + " ended with " + code + ":\n" + said);
            }
            return this;
        }
    }
}
