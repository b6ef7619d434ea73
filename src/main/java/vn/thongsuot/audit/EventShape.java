package vn.thongsuot.audit;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Personal;

/// How an event's class is written into an entry, worked out once per class: its name, its open components, its
/// personal ones.
record EventShape(String name, List<Open> open, List<Secret> secret) {

    private static final String ROOT = "vn.thongsuot.";
    /// Components every entry has a place of its own for.
    private static final Set<String> APART = Set.of("thing", "version", "by", "at");
    private static final ClassValue<EventShape> SHAPES = new ClassValue<>() {
        @Override
        protected EventShape computeValue(Class<?> type) {
            return shape(type);
        }
    };

    record Open(String name, Method accessor) {

        @Nullable
        Object read(Object event) {
            return CanonicalJson.read(accessor, event);
        }
    }

    /// @param subject reads who the value is about
    record Secret(String name, Method accessor, Method subject) {

        @Nullable
        Object read(Object event) {
            return CanonicalJson.read(accessor, event);
        }

        @Nullable
        String readSubject(Object event) {
            Object found = CanonicalJson.read(subject, event);
            return found == null ? null : found.toString();
        }
    }

    static EventShape of(Auditable event) {
        return SHAPES.get(event.getClass());
    }

    /// `organization.AgencyRenamed`: the module and the record's own name.
    static String name(Class<?> type) {
        String inner = type.getPackageName().substring(ROOT.length());
        int end = inner.indexOf('.');
        return (end < 0 ? inner : inner.substring(0, end)) + "." + type.getSimpleName();
    }

    private static EventShape shape(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalStateException(type.getName() + " is Auditable and must be a record");
        }
        RecordComponent[] components = type.getRecordComponents();
        List<Open> open = new ArrayList<>();
        List<Secret> secret = new ArrayList<>();
        for (RecordComponent component : components) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            Personal personal = component.getAnnotation(Personal.class);
            if (personal != null) {
                secret.add(new Secret(component.getName(), accessor, subject(type, components, personal)));
            } else if (!APART.contains(component.getName())) {
                open.add(new Open(component.getName(), accessor));
            }
        }
        return new EventShape(name(type), List.copyOf(open), List.copyOf(secret));
    }

    private static Method subject(Class<?> type, RecordComponent[] components, Personal personal) {
        Method subject = Arrays.stream(components)
                .filter(component -> component.getName().equals(personal.subject()))
                .map(RecordComponent::getAccessor)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        type.getName() + " names a subject it does not have: " + personal.subject()));
        subject.setAccessible(true);
        return subject;
    }
}
