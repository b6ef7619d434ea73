package vn.thongsuot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// The machine a number was measured on, and how busy it was with other things.
final class Machine {

    private Machine() {}

    static String described() throws IOException {
        String processor = line(Path.of("/proc/cpuinfo"), "model name");
        String memory = line(Path.of("/proc/meminfo"), "MemTotal");
        return "Machine: %d cores (%s), %.0f GiB; Linux %s; Java %s; client, application and database share it."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor,
                        Double.parseDouble(memory.replaceAll("\\D", "")) / 1024 / 1024,
                        System.getProperty("os.version"),
                        Runtime.version());
    }

    /// Runnable threads of the last minute, of everybody.
    static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    /// Resident memory of a process, in MiB.
    static double residentMemory(long process) throws IOException {
        return Double.parseDouble(
                        line(Path.of("/proc/" + process + "/status"), "VmRSS").replaceAll("\\D", ""))
                / 1024;
    }

    /// What `fdatasync` costs on the disk under `folder`: without it no commit rate can be judged.
    static double flushesPerSecond(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "flush", "");
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            java.nio.ByteBuffer block = java.nio.ByteBuffer.allocate(8192);
            int times = 500;
            long start = System.nanoTime();
            for (int time = 0; time < times; time++) {
                block.clear();
                channel.write(block, (long) time * block.capacity());
                channel.force(false);
            }
            return times * 1e9 / (System.nanoTime() - start);
        } finally {
            Files.delete(file);
        }
    }

    private static String line(Path file, String key) throws IOException {
        Pattern wanted = Pattern.compile("^" + key + "\\s*:\\s*(.*)$");
        return Files.readAllLines(file).stream()
                .map(wanted::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(found -> found.group(1).strip())
                .findFirst()
                .orElse("unknown " + key.toLowerCase(Locale.ROOT));
    }
}
