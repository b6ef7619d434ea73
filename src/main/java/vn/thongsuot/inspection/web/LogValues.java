package vn.thongsuot.inspection.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.access.Permissions;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Shell;

/// Writes what an entry holds as people write it: who or what an identifier stands for, lists in a row, dates day
/// first.
@Component
class LogValues {

    private static final String NONE = "—";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final Pattern CODE = Pattern.compile("H\\d{2}(\\.\\d+)*");
    /// What a component with another name than its kind is about.
    private static final Map<String, String> KINDS = Map.of("plan", "reorganisation");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Directory directory;
    private final Permissions permissions;
    private final Words words;
    private final BusinessClock clock;
    private final Map<String, ThingNames> names = new HashMap<>();

    LogValues(Directory directory, Permissions permissions, Words words, BusinessClock clock, List<ThingNames> names) {
        this.directory = directory;
        this.permissions = permissions;
        this.words = words;
        this.clock = clock;
        names.forEach(source -> source.kinds().forEach(kind -> this.names.put(kind, source)));
    }

    Optional<ThingNames.Named> named(Thing thing) {
        return Optional.ofNullable(names.get(thing.kind())).flatMap(source -> source.name(thing));
    }

    /// The names of those of `things` that have one.
    Map<Thing, ThingNames.Named> named(Set<Thing> things) {
        Map<Thing, ThingNames.Named> found = new HashMap<>();
        things.stream()
                .filter(thing -> names.containsKey(thing.kind()))
                .collect(Collectors.groupingBy(thing -> names.get(thing.kind())))
                .forEach((source, asked) -> found.putAll(source.names(asked)));
        return found;
    }

    /// The word for a kind of thing.
    String kind(String kind, Locale locale) {
        ThingNames source = names.get(kind);
        String key = source == null ? "inspection.thing." + kind : source.word(kind);
        return words.has(key) ? words.of(locale, key) : kind;
    }

    /// The word for an event's component, e.g. `Tên mới` for `newName`.
    String field(String component, Locale locale) {
        String key = "inspection.field." + component;
        return words.has(key) ? words.of(locale, key) : component;
    }

    /// The value `text` of the component `name`: plain, or JSON of a list or of parts.
    String of(String name, String text, Locale locale) {
        if (text.startsWith("[") || text.startsWith("{")) {
            try {
                return of(name, JSON.readTree(text), locale);
            } catch (JacksonException onlyLooksSo) {
                return text;
            }
        }
        return plain(name, text, locale);
    }

    private String of(String name, JsonNode value, Locale locale) {
        if (value.isArray()) {
            return joined(value.valueStream().map(one -> of(name, one, locale)), "; ");
        }
        if (value.isObject()) {
            return joined(
                    value.propertyStream()
                            .map(part -> part(part.getKey(), part.getValue(), locale))
                            // An identifier nobody has a name for says nothing beside the other parts.
                            .filter(part -> !ID.matcher(part).matches() && !part.equals(NONE)),
                    " · ");
        }
        return value.isNull() ? NONE : plain(name, value.isString() ? value.asString() : value.toString(), locale);
    }

    private String part(String name, JsonNode value, Locale locale) {
        String text = of(name, value, locale);
        return value.isNumber() || value.isBoolean() ? field(name, locale) + ": " + text : text;
    }

    private static String joined(java.util.stream.Stream<String> parts, String between) {
        String text = parts.collect(Collectors.joining(between));
        return text.isEmpty() ? NONE : text;
    }

    private String plain(String name, String text, Locale locale) {
        if (text.isEmpty() || text.equals("null")) {
            return NONE;
        }
        return named(new Thing(KINDS.getOrDefault(name, name), text))
                .map(ThingNames.Named::name)
                .or(() -> identified(text))
                .or(() -> word(name, text, locale))
                .orElseGet(() -> dated(text));
    }

    private Optional<String> identified(String text) {
        if (ID.matcher(text).matches()) {
            UUID id = UUID.fromString(text);
            return directory
                    .officer(new OfficerId(id))
                    .map(OfficerView::name)
                    .or(() -> directory.agency(new AgencyId(id)).map(AgencyView::shortName))
                    .or(() -> directory.post(new PostId(id)).map(PostView::title));
        }
        return CODE.matcher(text).matches()
                ? named(new Thing("calendar", text))
                        .map(ThingNames.Named::name)
                        .or(() -> directory.agencyByCode(text, clock.today()).map(AgencyView::shortName))
                : Optional.empty();
    }

    private Optional<String> word(String name, String text, Locale locale) {
        String key = permissions.all().contains(text)
                ? permissions.right(text).title()
                : name.equals("kind")
                        ? "organization.reorganisation.kind." + text.toLowerCase(Locale.ROOT)
                        : "inspection.value." + text;
        return words.has(key) ? Optional.of(words.of(locale, key)) : Optional.empty();
    }

    private static String dated(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return day.group(3) + "/" + day.group(2) + "/" + day.group(1);
        }
        try {
            return text.endsWith("Z") ? Shell.exact(Instant.parse(text)) : text;
        } catch (DateTimeParseException noMoment) {
            return text;
        }
    }
}
