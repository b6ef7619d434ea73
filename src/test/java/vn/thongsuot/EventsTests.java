package vn.thongsuot;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.access.AccessEvent;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;

/// What was announced reaches every listener, also when many announce at once, and also from the registry's JSON.
class EventsTests {

    private static final Actor JOB = new Actor.Job("test");
    private static final int CALLERS = 48;
    private static final int CHANGES = 4;

    static class TwoListeners {

        static final AtomicInteger FIRST = new AtomicInteger();
        static final AtomicInteger SECOND = new AtomicInteger();

        @ApplicationModuleListener
        void on(AccessEvent.AccountSuspended event) {
            FIRST.incrementAndGet();
        }

        @ApplicationModuleListener
        void onToo(AccessEvent.AccountSuspended event) {
            SECOND.incrementAndGet();
        }
    }

    /// A pool of 8 connections and 48 callers: whoever waits for a listener while holding a connection blocks all.
    @Test
    @Proves("H2.3")
    void callersNeverWaitForListenersWhileTheyHoldAConnection() throws InterruptedException {
        try (Node node = Node.start(
                TestDatabases.create(), List.of(TwoListeners.class), "--spring.profiles.active=production")) {
            Accounts accounts = node.bean(Accounts.class);
            List<AccountId> ids = new ArrayList<>();
            for (int number = 0; number < CALLERS; number++) {
                ids.add(accounts.open("can.bo." + number, null, null, JOB));
            }
            AtomicInteger failed = new AtomicInteger();
            CountDownLatch ended = new CountDownLatch(CALLERS);
            ids.forEach(id -> Thread.startVirtualThread(() -> {
                try {
                    for (int change = 0; change < CHANGES; change++) {
                        accounts.suspend(id, JOB);
                    }
                } catch (RuntimeException refused) {
                    failed.incrementAndGet();
                } finally {
                    ended.countDown();
                }
            }));
            ended.await();
            assertThat(failed).hasValue(0);
            JdbcClient jdbc = node.bean(JdbcClient.class);
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < until && waiting(jdbc) > 0) {
                Thread.sleep(20);
            }
            assertThat(waiting(jdbc)).as("left in the registry").isZero();
            assertThat(TwoListeners.FIRST).hasValue(CALLERS * CHANGES);
            assertThat(TwoListeners.SECOND).hasValue(CALLERS * CHANGES);
        }
    }

    private static long waiting(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from event_publication")
                .query(Long.class)
                .single();
    }

    static List<Class<?>> events() {
        return HouseRulesTests.CODE.stream()
                .filter(type -> type.isAssignableTo(Auditable.class) && type.isRecord())
                .<Class<?>>map(type -> type.reflect())
                .sorted(java.util.Comparator.comparing(Class::getName))
                .toList();
    }

    /// An event that cannot be read again can never be delivered again.
    @ParameterizedTest
    @MethodSource("events")
    @Proves("H2.3")
    void everyEventComesBackFromTheRegistrysJson(Class<?> type) throws ReflectiveOperationException {
        JsonMapper json = JsonMapper.builder().findAndAddModules().build();
        for (Actor actor : List.of(
                JOB,
                new Actor.Neighbour("H59.01"),
                new Actor.Administrator((AccountId) sample(AccountId.class, JOB)),
                (Actor) sample(Actor.Officer.class, JOB))) {
            Object event = sample(type, actor);
            assertThat(json.readValue(json.writeValueAsString(event), type)).isEqualTo(event);
        }
    }

    /// Some value of `type`: made-up, but none empty.
    private static Object sample(Type type, Actor actor) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            Object value = sample(inner, actor);
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw.isAssignableFrom(List.class)) {
                return List.of(value);
            }
            return raw.isAssignableFrom(Set.class)
                    ? Set.of(value)
                    : Map.of(sample(generic.getActualTypeArguments()[0], actor), value);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Actor.class) {
            return actor;
        }
        if (raw == ProcedureCode.class) {
            return new ProcedureCode("2.000635");
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw.isSealed()) {
            return sample(raw.getPermittedSubclasses()[0], actor);
        }
        return raw.isRecord() ? record(raw, actor) : plain(raw);
    }

    private static Object record(Class<?> type, Actor actor) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int index = 0; index < components.length; index++) {
            values[index] = sample(components[index].getGenericType(), actor);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object plain(Class<?> type) {
        Map<Class<?>, Object> known = Map.ofEntries(
                Map.entry(String.class, "h59"),
                Map.entry(UUID.class, UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057")),
                Map.entry(Instant.class, Instant.parse("2024-11-22T01:00:00.123456Z")),
                Map.entry(LocalDate.class, LocalDate.of(2024, 11, 22)),
                Map.entry(LocalTime.class, LocalTime.of(7, 30)),
                Map.entry(Duration.class, Duration.ofHours(2)),
                Map.entry(int.class, 7),
                Map.entry(Integer.class, 7),
                Map.entry(long.class, 7L),
                Map.entry(Long.class, 7L),
                Map.entry(boolean.class, true),
                Map.entry(Boolean.class, true));
        Object value = known.get(type);
        assertThat(value).as("a sample of " + type).isNotNull();
        return value;
    }
}
