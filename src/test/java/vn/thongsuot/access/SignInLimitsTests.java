package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.Refusal;

/// How often somebody may be wrong, from how many places, and how that ends.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H6.1")
class SignInLimitsTests {

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    SignInFailures failures;

    @Autowired
    AccessProperties properties;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from access.sign_in_failure").update();
    }

    @Test
    void checksNoMoreThanFivePasswordsHoweverManyComeAtOnce() throws Exception {
        AccountView account = Visitors.account(accounts);
        List<Callable<String>> tries = new ArrayList<>();
        for (int time = 0; time < 40; time++) {
            int own = time;
            tries.add(() -> outcome(account.name(), "sai " + own, "192.0.2." + own));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> outcomes = new ArrayList<>();
            for (var answer : threads.invokeAll(tries)) {
                outcomes.add(answer.get());
            }
            assertThat(outcomes).filteredOn("SIGN_IN_WRONG"::equals).hasSize(4);
            assertThat(outcomes).filteredOn("SIGN_IN_LOCKED"::equals).hasSize(36);
        }
        assertThat(outcome(account.name(), Visitors.PASSWORD, "192.0.2.99")).isEqualTo("SIGN_IN_LOCKED");
    }

    @Test
    void locksTwiceAsLongEachTimeUpToADay() {
        AccountView account = Visitors.account(accounts);
        long minutes = 15;
        for (int lock = 1; lock <= 8; lock++) {
            for (int time = 0; time < 5; time++) {
                outcome(account.name(), "sai", "192.0.2.1");
            }
            Instant until = signIns.lockedUntil(account.id()).orElseThrow();
            assertThat(Duration.between(Instant.now(), until).toSeconds())
                    .as("lock %d", lock)
                    .isBetween(minutes * 60 - 30, minutes * 60);
            jdbc.sql("update access.sign_in_failure set locked_until = now() - interval '1 second'")
                    .update();
            minutes = Math.min(2 * minutes, 24 * 60);
        }
        assertThat(outcome(account.name(), Visitors.PASSWORD, "192.0.2.1")).isEqualTo("IN");
        for (int time = 0; time < 5; time++) {
            outcome(account.name(), "sai", "192.0.2.1");
        }
        assertThat(Duration.between(
                        Instant.now(), signIns.lockedUntil(account.id()).orElseThrow()))
                .as("a right password ends the series")
                .isLessThanOrEqualTo(SignInFailures.LOCK);
    }

    @Test
    void locksAnAddressThatTriesManyNamesAndNobodyElse() {
        AccountView account = Visitors.account(accounts);
        for (int time = 1; time <= properties.triesPerAddress(); time++) {
            jdbc.sql("delete from access.sign_in_failure where subject like 'name:%'")
                    .update();
            failures.admit("ten.thu." + time, "198.51.100.7");
        }
        assertThat(outcome(account.name(), Visitors.PASSWORD, "198.51.100.7")).isEqualTo("SIGN_IN_LOCKED");
        assertThat(outcome(account.name(), Visitors.PASSWORD, "198.51.100.8")).isEqualTo("IN");
        jdbc.sql("update access.sign_in_failure set locked_until = now() - interval '1 second'")
                .update();
        assertThat(outcome(account.name(), Visitors.PASSWORD, "198.51.100.7")).isEqualTo("IN");
    }

    @Test
    void doesNotCountAnOfficesRightSignInsAgainstItsAddress() {
        AccountView account = Visitors.account(accounts);
        for (int time = 0; time < 3; time++) {
            assertThat(outcome(account.name(), Visitors.PASSWORD, "198.51.100.20"))
                    .isEqualTo("IN");
        }
        assertThat(jdbc.sql("select failures from access.sign_in_failure where subject = 'address:198.51.100.20'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAdministratorUnlocksAndTheLockLeavesATrace() {
        AccountView account = Visitors.account(accounts);
        for (int time = 0; time < 5; time++) {
            outcome(account.name(), "sai", "192.0.2.1");
        }
        signIns.unlock(account.id(), Visitors.JOB);
        assertThat(outcome(account.name(), Visitors.PASSWORD, "192.0.2.1")).isEqualTo("IN");
        assertThat(jdbc.sql("""
                                select event from audit.entry where thing_kind = 'account' and thing_id = :id order by id
                                """)
                        .param("id", account.id().toString())
                        .query(String.class)
                        .list())
                .contains("access.SignInLocked", "access.SignInUnlocked");
    }

    /// Without the work of a hash an unknown name would answer in a fiftieth of the time.
    @Test
    void takesAsLongForANameThatNobodyHas() {
        AccountView account = Visitors.account(accounts);
        AccountView suspended = Visitors.account(accounts);
        accounts.suspend(suspended.id(), Visitors.JOB);
        long known = median(account.name());
        assertThat(median("khong-co-ai")).isGreaterThan(known / 3);
        assertThat(median(suspended.name())).isGreaterThan(known / 3);
    }

    private long median(String name) {
        long[] taken = new long[9];
        for (int time = 0; time < taken.length; time++) {
            jdbc.sql("delete from access.sign_in_failure").update();
            long start = System.nanoTime();
            assertThat(outcome(name, "sai", "192.0.2.1")).isEqualTo("SIGN_IN_WRONG");
            taken[time] = System.nanoTime() - start;
        }
        Arrays.sort(taken);
        return taken[taken.length / 2];
    }

    private String outcome(String name, String password, String address) {
        try {
            signIns.authenticate(name, password, address);
            return "IN";
        } catch (Refusal refused) {
            return refused.problem().name();
        }
    }
}
