package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who starts the province and gets no database reads what happened and what to do, and nothing else.
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTests {

    private static final String PASSWORD = "mat-khau-bi-mat"; // not-a-secret
    private static final String PRODUCTION = "--spring.profiles.active=production";

    @TempDir
    Path data;

    @Test
    @Proves("H1.5")
    void saysThatAnotherUsesTheFolder(CapturedOutput output) throws Exception {
        try (FileChannel other =
                FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();
            List<String> said = failsToStart(output, "--thongsuot.data=" + data);
            assertThat(said).anySatisfy(line -> assertThat(line).contains("Một Thông Suốt khác đang chạy", "Another"));
            assertThat(said).anySatisfy(line -> assertThat(line).contains("Dừng nó", "Stop it", "--data"));
        }
    }

    @Test
    @Proves("H1.5")
    void saysThatPostgresqlDidNotStart(CapturedOutput output) throws Exception {
        EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.NONE).close();
        Files.writeString(data.resolve("postgres/postgresql.conf"), "shared_buffers = many\n");
        List<String> said = failsToStart(output, "--thongsuot.data=" + data);
        assertThat(said).anySatisfy(line -> assertThat(line).contains("không khởi động được", "did not start"));
        assertThat(said)
                .anySatisfy(line ->
                        assertThat(line).contains(data.resolve("postgres.log").toString()));
    }

    /// The address may hold a password, too.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:1/thongsuot?password=" + PASSWORD,
                "jdbc:postgresql://owner:" + PASSWORD + "@127.0.0.1:1/thongsuot",
                "postgresql://owner:" + PASSWORD + "@127.0.0.1:1/thongsuot",
                "jdbc:postgresql://127.0.0.1:port/thongsuot?password=" + PASSWORD
            })
    @Proves("H1.5")
    void namesTheSettingOfAServerThatIsNotThere(String url, CapturedOutput output) {
        List<String> said = failsToStart(output, "--thongsuot.database.url=" + url);
        assertThat(said).anySatisfy(line -> assertThat(line).contains("127.0.0.1"));
        assertThat(String.join("\n", said)).contains("THONGSUOT_DATABASE_URL").doesNotContain(PASSWORD);
    }

    @Test
    @Proves("H1.5")
    void namesTheSettingsOfAServerThatDoesNotLetUsIn(CapturedOutput output) {
        TestDatabases.Address server = TestDatabases.create();
        List<String> said = failsToStart(
                output,
                "--thongsuot.database.url=" + server.url(),
                "--thongsuot.database.user=" + server.user(),
                "--thongsuot.database.password=" + PASSWORD);
        assertThat(said).anySatisfy(line -> assertThat(line).contains("không cho " + server.user() + " vào"));
        assertThat(said)
                .anySatisfy(line ->
                        assertThat(line).contains("Sửa THONGSUOT_DATABASE_USER", "Correct THONGSUOT_DATABASE_USER"));
        assertThat(said).noneSatisfy(line -> assertThat(line).contains(PASSWORD));
    }

    /// One object a line, also of a failure.
    @Test
    @Proves("H1.5")
    void saysItToTheLogCollectorInProduction(CapturedOutput output) {
        List<String> said =
                failsToStart(output, PRODUCTION, "--thongsuot.database.url=jdbc:postgresql://127.0.0.1:1/x");
        List<JsonNode> entries =
                said.stream().map(line -> JsonMapper.shared().readTree(line)).toList();
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().at("/log/level").asString("")).isEqualTo("ERROR");
        assertThat(entries.getFirst().at("/message").asString(""))
                .contains("cannot be reached", "127.0.0.1:1/x", "THONGSUOT_DATABASE_URL");
    }

    /// What is said, line by line.
    private List<String> failsToStart(CapturedOutput output, String... options) {
        int before = output.toString().length();
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(new EmbeddedDatabase());
        String[] arguments = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--thongsuot.audit.keys=" + data.resolve("keys"),
                                "--thongsuot.access.keys=" + data.resolve("keys")),
                        Stream.of(options))
                .toArray(String[]::new);
        assertThat(catchThrowable(() -> application.run(arguments))).isNotNull();
        String said = output.toString().substring(before);
        assertThat(said).as("no word of where in the code").doesNotContain("\tat ", "BeanCreationException");
        return said.lines().filter(line -> !line.isBlank()).toList();
    }
}
