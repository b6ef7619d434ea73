package vn.thongsuot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Adds to `target/proofs.tsv` for `bin/accept`: a line per requirement and test, with how the test ended. Each of
/// several JVMs runs plan after plan.
public final class ProofListener implements TestExecutionListener {

    private final Set<String> lines = new TreeSet<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        record(test, passed ? "PASS" : "FAIL");
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        record(test, "SKIP");
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        try {
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target/proofs.tsv"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            lines.clear();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void record(TestIdentifier test, String result) {
        test.getSource().ifPresent(source -> {
            if (source instanceof MethodSource method) {
                add(
                        method.getJavaMethod(),
                        result,
                        method.getJavaClass().getSimpleName() + "." + method.getMethodName());
                add(
                        method.getJavaClass(),
                        result,
                        method.getJavaClass().getSimpleName() + "." + method.getMethodName());
            } else if (source instanceof ClassSource type && !result.equals("PASS")) {
                // The class itself failed, so its tests never ran: what they would prove is not proved.
                all(type.getJavaClass())
                        .forEach(element ->
                                add(element, result, type.getJavaClass().getSimpleName()));
            }
        });
    }

    private static Stream<AnnotatedElement> all(Class<?> type) {
        Stream<Method> methods = Arrays.stream(type.getDeclaredMethods());
        return Stream.concat(Stream.of(type), methods);
    }

    private void add(AnnotatedElement element, String result, String name) {
        Proves proves = element.getAnnotation(Proves.class);
        if (proves != null) {
            for (String requirement : proves.value()) {
                lines.add(requirement + "\t" + result + "\t" + name);
            }
        }
    }
}
