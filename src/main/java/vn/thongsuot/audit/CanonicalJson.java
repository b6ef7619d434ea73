package vn.thongsuot.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Personal;

/// Writes values as canonical JSON (RFC 8785): members sorted, no white space, shortest escapes. A record of one
/// component named `value` (an id) is written as that component; every other record as an object. Numbers that a
/// double cannot hold exactly are written as strings.
final class CanonicalJson {

    private static final long LARGEST_EXACT = (1L << 53) - 1;
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                if (component.isAnnotationPresent(Personal.class)) {
                    throw new IllegalStateException(type.getName() + "." + component.getName()
                            + ": @Personal belongs on a component of the event itself");
                }
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    private final StringBuilder out = new StringBuilder(400);

    private CanonicalJson() {}

    static String of(@Nullable Object value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    /// What the database keeps of an instant.
    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Optional<?> optional -> write(optional.orElse(null));
            case Boolean flag -> out.append(flag.booleanValue());
            case Byte number -> out.append(number.intValue());
            case Short number -> out.append(number.intValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> writeLong(number);
            case BigDecimal number -> string(number.toPlainString());
            case Number number -> string(number.toString());
            case Instant instant -> string(micros(instant).toString());
            case CharSequence text -> string(text.toString());
            case Enum<?> constant -> string(constant.name());
            case UUID id -> string(id.toString());
            case LocalDate date -> string(date.toString());
            case LocalDateTime time -> string(time.toString());
            case LocalTime time -> string(time.toString());
            case byte[] bytes -> string(HexFormat.of().formatHex(bytes));
            case Collection<?> many -> array(many.stream());
            case Map<?, ?> map -> object(map);
            case Record group -> group(group);
            default -> string(value.toString());
        }
    }

    private void writeLong(long number) {
        if (Math.abs(number) <= LARGEST_EXACT) {
            out.append(number);
        } else {
            string(Long.toString(number));
        }
    }

    private void array(Stream<?> many) {
        out.append('[');
        int start = out.length();
        many.forEach(one -> {
            if (out.length() > start) {
                out.append(',');
            }
            write(one);
        });
        out.append(']');
    }

    private void object(Map<?, ?> map) {
        // RFC 8785 sorts by UTF-16 code units, as String's own order does.
        SortedMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, one) -> sorted.put(String.valueOf(key), one));
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(member.getKey());
            out.append(':');
            write(member.getValue());
        }
        out.append('}');
    }

    private void group(Record group) {
        RecordComponent[] components = COMPONENTS.get(group.getClass());
        if (components.length == 1 && components[0].getName().equals("value")) {
            write(read(components[0].getAccessor(), group));
            return;
        }
        SortedMap<String, @Nullable Object> members = new TreeMap<>();
        for (RecordComponent component : components) {
            members.put(component.getName(), read(component.getAccessor(), group));
        }
        object(members);
    }

    static @Nullable Object read(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException(accessor + " cannot be read", broken);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            switch (next) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (next < ' ') {
                        out.append("\\u00").append(HexFormat.of().toHexDigits((byte) next));
                    } else if (Character.isSurrogate(next) && !paired(text, index)) {
                        // Half a character has no UTF-8 form.
                        out.append('\uFFFD');
                    } else {
                        out.append(next);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
}
