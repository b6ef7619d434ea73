package vn.thongsuot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// Checkpoints stamped by a time-stamp authority: OpenSSL's, as an implementation of the seam.
class StamperTests {

    @TempDir
    static Path folder;

    /// An RFC 3161 authority made of the openssl program.
    static final class OpenSslAuthority implements CheckpointStamps {

        OpenSslAuthority() throws IOException {
            openssl("req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=Stamps -keyout key.pem -out authority.pem"
                    + " -addext extendedKeyUsage=critical,timeStamping");
            Files.writeString(folder.resolve("serial"), "01\n");
            Files.writeString(folder.resolve("authority.cnf"), """
                    [authority]
                    serial = serial
                    signer_cert = authority.pem
                    certs = authority.pem
                    signer_key = key.pem
                    signer_digest = sha256
                    default_policy = 1.2.3.4
                    digests = sha256
                    """);
        }

        @Override
        public byte[] stamp(byte[] sha256) {
            try {
                openssl("ts -query -sha256 -cert -digest " + HexFormat.of().formatHex(sha256) + " -out query");
                openssl("ts -reply -config authority.cnf -section authority -queryfile query -token_out -out token");
                return Files.readAllBytes(folder.resolve("token"));
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    }

    private static void openssl(String arguments) throws IOException {
        assertThat(run(arguments)).as(arguments).isZero();
    }

    private static int run(String arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        return process.onExit().join().exitValue();
    }

    @Test
    @Proves({"H7.2", "H7.4"})
    void stampsTheLatestCheckpointTwiceADay(@TempDir Path where) throws IOException {
        try (Node node = Node.start(
                TestDatabases.create(),
                List.of(OpenSslAuthority.class),
                "--thongsuot.demonstration=false",
                "--thongsuot.data=" + where.resolve("data"))) {
            AuditLog log = node.bean(AuditLog.class);
            Samples samples = new Samples(
                            event -> log.on((Auditable) event),
                            node.bean(TransactionTemplate.class),
                            node.bean(JdbcClient.class))
                    .sealByHand();
            Stamper stamper = node.bean(Stamper.class);
            Sealer sealer = node.bean(Sealer.class);
            stamper.run();
            Thing first = samples.note(2);
            sealer.run();
            stamper.run();
            Checkpoints.Checkpoint stamped = node.bean(Checkpoints.class).latest();
            verifies(stamped);

            Thing second = samples.note(1);
            sealer.run();
            stamper.run();
            assertThat(proof(node, first)).isInstanceOf(ProofState.Stamped.class);
            assertThat(proof(node, second)).as("stamped lately").isInstanceOf(ProofState.Sealed.class);
            samples.tamper(
                    "update audit.checkpoint set stamped_at = stamped_at - interval '13 hours' where number = ?",
                    stamped.number());
            stamper.run();
            assertThat(proof(node, second)).isInstanceOf(ProofState.Stamped.class);

            Verifiers.Verdict verdict = new Verifiers(where)
                    .judge(node.bean(LogExport.class), node.bean(CheckpointQueries.class), stamped.note());
            assertThat(verdict.code()).as(verdict.said()).isEqualTo(LogVerifier.WHOLE);
            assertThat(Files.readString(where.resolve("export"))).contains("\nstamp " + stamped.number() + " ");
        }
    }

    private static ProofState proof(Node node, Thing thing) {
        return node.bean(Trail.class)
                .find(new TrailFilter(null, null, thing, null, null, null), null, 1)
                .items()
                .getFirst()
                .proof();
    }

    /// As `docs/log-format.md` says a stranger does.
    private static void verifies(Checkpoints.Checkpoint stamped) throws IOException {
        String stamp = stamped.stamp();
        assertThat(stamp).isNotNull();
        Files.write(folder.resolve("STAMP"), Base64.getDecoder().decode(stamp));
        Files.writeString(folder.resolve("NOTE"), stamped.note());
        openssl("ts -verify -data NOTE -token_in -in STAMP -CAfile authority.pem");
        Files.writeString(folder.resolve("NOTE"), stamped.note() + "x");
        assertThat(run("ts -verify -data NOTE -token_in -in STAMP -CAfile authority.pem"))
                .as("another note")
                .isNotZero();
    }
}
