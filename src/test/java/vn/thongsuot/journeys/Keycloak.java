package vn.thongsuot.journeys;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real Keycloak on this machine, as another organisation's sign-on service. `bin/prepare` fetches it from Maven
/// Central into `target/keycloak`.
final class Keycloak implements AutoCloseable {

    private static final Path HOME = Path.of("target", "keycloak").toAbsolutePath();
    /// The first start of all builds it, which takes a minute or two.
    private static final Duration TO_START = Duration.ofMinutes(8);

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts one with the realm `tinh` described by `realm` (Keycloak's own JSON), and nothing of earlier runs.
    static Keycloak start(String realm) throws IOException, InterruptedException {
        Path home = home();
        delete(home.resolve("data"));
        Files.createDirectories(home.resolve("data/import"));
        Files.writeString(home.resolve("data/import/tinh-realm.json"), realm);
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--cache=local",
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
        // It lives for a minute: what it would optimise it never runs often enough.
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC");
        Keycloak started = new Keycloak(builder.start(), port);
        started.await(home);
        return started;
    }

    String issuer() {
        return "http://localhost:" + port + "/realms/tinh";
    }

    private void await(Path home) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .build();
        long end = System.nanoTime() + TO_START.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                if (answers(client, question)) {
                    return;
                }
                Thread.sleep(250);
            }
        }
        close();
        throw new IllegalStateException("Keycloak did not start: " + Files.readString(home.resolve("log")));
    }

    private static boolean answers(HttpClient client, HttpRequest question) throws IOException, InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static Path home() throws IOException {
        if (Files.isDirectory(HOME)) {
            try (Stream<Path> found = Files.list(HOME)) {
                Path home = found.filter(path -> path.getFileName().toString().startsWith("keycloak-"))
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElse(null);
                if (home != null) {
                    return home;
                }
            }
        }
        throw new IllegalStateException("no Keycloak in " + HOME + "; bin/prepare fetches it");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
