package vn.thongsuot.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Permission;
import vn.thongsuot.shared.Words;

/// **Danh mục quyền.** Every permission any module declares, and the plain words for it.
@Component
public class Permissions {

    private final Map<String, Permission> declared = new TreeMap<>();

    private final Words words;

    Permissions(ListableBeanFactory beans, Words words) {
        this.words = words;
        find(AutoConfigurationPackages.get(beans)).forEach(permission -> declared.put(permission.name(), permission));
    }

    /// Every permission's name.
    public Set<String> all() {
        return names(_ -> true);
    }

    /// What every signed-in officer has without a role.
    public Set<String> everyone() {
        return names(Permission::everyone);
    }

    /// What a role can give: all that not everyone has.
    public Set<String> special() {
        return names(permission -> !permission.everyone());
    }

    /// What its holder may lend.
    public Set<String> delegable() {
        return names(Permission::delegable);
    }

    /// Message key of what `permission` lets a person do, e.g. `organization.permission.organization-manage`; a
    /// name without words is shown as it is.
    public Right right(String permission) {
        Permission known = declared.get(permission);
        String key = known == null ? "" : key(known);
        return new Right(permission, words.has(key) ? key : "access.permission.unknown");
    }

    static String key(Permission permission) {
        String module = permission.getClass().getPackageName().split("\\.")[2];
        return module + ".permission."
                + permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public List<Right> rights(Collection<String> permissions) {
        return permissions.stream().sorted().map(this::right).toList();
    }

    private Set<String> names(Predicate<Permission> wanted) {
        return declared.values().stream().filter(wanted).map(Permission::name).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Permission> find(List<String> packages) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        // By their names, which a rule test watches: reading every class would take half a second of each start.
        scanner.setResourcePattern("**/*Permission.class");
        scanner.addIncludeFilter(new AssignableTypeFilter(Permission.class));
        return packages.stream()
                .flatMap(name -> scanner.findCandidateComponents(name).stream())
                .map(found -> type(String.valueOf(found.getBeanClassName())))
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Permission.class::cast)
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException vanished) {
            throw new IllegalStateException(vanished);
        }
    }

    /// **Quyền và lời của nó.** A permission's name and the message key of its words.
    public record Right(String permission, String title) {}
}
