package vn.thongsuot.shared;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// **Tên gọi đối tượng.** Says in people's words what a {@link Thing} is: each module names its own kinds, so that a
/// log or a notice need not know them. Asked only for readers who may see the thing.
public interface ThingNames {

    /// The kinds it names, e.g. `agency`.
    Set<String> kinds();

    /// Message key of the word for `kind`, e.g. `organization.thing.agency`.
    String word(String kind);

    /// What `thing` is called today, and where its page is; nothing where it is gone.
    Optional<Named> name(Thing thing);

    /// The same for many things: those that have a name. Whose names cost a query asks once for all of a kind.
    default Map<Thing, Named> names(Collection<Thing> things) {
        Map<Thing, Named> names = new HashMap<>();
        things.forEach(thing -> name(thing).ifPresent(named -> names.put(thing, named)));
        return names;
    }

    record Named(String name, @Nullable String href) {}
}
