package vn.thongsuot.audit;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.thongsuot.procedure.ProcedureCode;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// One event of every type in the code base, made from its components' types.
public final class SampleEvents {

    public static final Instant AT = Instant.parse("2024-11-22T01:02:03.456789Z");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private SampleEvents() {}

    /// Every record of the code base that leaves a trace.
    public static List<Class<? extends Auditable>> types() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.thongsuot").stream()
                        .filter(type -> type.isAssignableTo(Auditable.class) && !type.isInterface())
                        .<Class<? extends Auditable>>map(type -> type.reflect().asSubclass(Auditable.class))
                        .toList();
    }

    public static Actor.Officer officer() {
        return new Actor.Officer(
                new AccountId(UUID.randomUUID()),
                new OfficerId(UUID.randomUUID()),
                new PostId(UUID.randomUUID()),
                new AgencyId(UUID.randomUUID()),
                UUID.randomUUID());
    }

    public static Auditable of(Class<? extends Auditable> type) {
        return (Auditable) record(type);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals("version")
                        ? (Object) 1L
                        : value(component.getName(), component.getGenericType()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(type + " cannot be made from samples; teach SampleEvents", failed);
        }
    }

    private static Object value(String name, Type generic) {
        if (generic instanceof ParameterizedType many) {
            Class<?> raw = (Class<?>) many.getRawType();
            Type[] of = many.getActualTypeArguments();
            if (raw == List.class) {
                return List.of(value(name, of[0]));
            }
            if (raw == Set.class) {
                return Set.of(value(name, of[0]));
            }
            if (raw == Optional.class) {
                return Optional.of(value(name, of[0]));
            }
            if (raw == Map.class) {
                return Map.of(value(name, of[0]), value(name, of[1]));
            }
            throw new IllegalStateException("No sample of " + generic);
        }
        return plain(name, (Class<?>) generic);
    }

    private static Object plain(String name, Class<?> type) {
        if (type == String.class) {
            // An id's text must be plain, and is another each time.
            return name.equals("value")
                    ? "s" + COUNT.incrementAndGet()
                    : "Mẫu \"" + name + "\" " + COUNT.incrementAndGet();
        } else if (type == long.class || type == Long.class) {
            return 7L;
        } else if (type == int.class || type == Integer.class) {
            return 7;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == UUID.class) {
            return UUID.randomUUID();
        } else if (type == Instant.class) {
            return AT;
        } else if (type == LocalDate.class) {
            return LocalDate.of(2024, 11, 22);
        } else if (type == LocalDateTime.class) {
            return LocalDateTime.of(2024, 11, 22, 8, 0);
        } else if (type == LocalTime.class) {
            return LocalTime.of(7, 30);
        } else if (type == Duration.class) {
            return Duration.ofMinutes(5);
        } else if (type == BigDecimal.class) {
            return new BigDecimal("12.50");
        } else if (type == Actor.class) {
            return officer();
        } else if (type == ProcedureCode.class) {
            return new ProcedureCode("%d.%06d".formatted(COUNT.get() % 10, COUNT.incrementAndGet()));
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isRecord()) {
            return record(type);
        } else if (type.isSealed()) {
            return plain(name, type.getPermittedSubclasses()[0]);
        }
        throw new IllegalStateException("No sample of " + type + "; teach SampleEvents");
    }
}
