package vn.thongsuot.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// A stranger's authenticator: the program `oathtool` of the OATH Toolkit, which `bin/prepare` installs.
public final class Oathtool {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Oathtool() {}

    /// The code of the Base32 `key` at `at`.
    public static String code(String key, Instant at, String... options) {
        List<String> command = new ArrayList<>(List.of("oathtool", "-b", "-N", TIME.format(at)));
        command.addAll(List.of(options.length == 0 ? new String[] {"--totp"} : options));
        command.add(key);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            return output;
        } catch (IOException missing) {
            throw new UncheckedIOException("no oathtool; bin/prepare installs it", missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
