package vn.thongsuot.access;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Hashes and checks passwords with Argon2id, on a small pool of platform threads of its own: the work would hog
/// the carriers of virtual threads, and a flood of sign-ins must not take the whole processor.
@Component
class Passwords {

    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int WAITING = 64;

    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final PasswordRules rules = new PasswordRules();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("argon2-", 0).factory());

    /// What a password is compared with where there is none; made when the first one is compared.
    private final Supplier<String> nobodys = SingletonSupplier.of(() -> encode("nobody has this password"));

    /// The hash to keep for a new password; refuses a bad one.
    String hashNew(String password, String signInName) {
        rules.check(password, signInName);
        return hash(password);
    }

    String hash(String password) {
        return run(() -> encode(password));
    }

    private String encode(String password) {
        String hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalStateException("no hash");
        }
        return hash;
    }

    /// Whether `password` belongs to `hash`. Takes as long for an account without a password, or without an
    /// account.
    boolean matches(String password, @Nullable String hash) {
        boolean matches = run(() -> {
            String another = nobodys.get();
            return argon2.matches(password, hash == null ? another : hash);
        });
        return matches && hash != null;
    }

    private <T> T run(Callable<T> work) {
        try {
            Future<T> result = pool.submit(work);
            return result.get();
        } catch (RejectedExecutionException full) {
            throw AccessProblem.BUSY.because();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw AccessProblem.BUSY.because();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    @PreDestroy
    void close() {
        pool.shutdown();
    }
}
