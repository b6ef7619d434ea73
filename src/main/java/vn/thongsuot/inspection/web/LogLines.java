package vn.thongsuot.inspection.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.audit.ProofState;
import vn.thongsuot.audit.TrailEntry;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.ThingNames;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Shell;

/// Writes entries of the log in people's words.
@Component
class LogLines {

    private final Directory directory;
    private final Words words;
    private final LogValues values;

    LogLines(Directory directory, Words words, LogValues values) {
        this.directory = directory;
        this.words = words;
        this.values = values;
    }

    LogLine line(TrailEntry entry, Locale locale) {
        return lines(List.of(entry), locale).getFirst();
    }

    /// One line for each entry; what they are about is named for all of them at once.
    List<LogLine> lines(List<TrailEntry> entries, Locale locale) {
        Set<Thing> things = new HashSet<>();
        for (TrailEntry entry : entries) {
            things.add(entry.thing());
            lent(entry.by()).ifPresent(things::add);
        }
        Map<Thing, ThingNames.Named> names = values.named(things);
        return entries.stream().map(entry -> line(entry, names, locale)).toList();
    }

    private LogLine line(TrailEntry entry, Map<Thing, ThingNames.Named> names, Locale locale) {
        Thing thing = entry.thing();
        Optional<ThingNames.Named> named = Optional.ofNullable(names.get(thing));
        return new LogLine(
                entry.id(),
                entry.business(),
                entry.recorded(),
                who(entry.by(), locale),
                as(entry.by(), locale),
                lent(entry.by()).map(lent -> delegated(lent, names)).orElse(null),
                event(entry.event(), locale),
                values.kind(thing.kind(), locale),
                named.map(ThingNames.Named::name).orElseGet(() -> values.of(thing.kind(), thing.id(), locale)),
                named.map(ThingNames.Named::href).orElse(null),
                proof(entry.proof(), locale));
    }

    private static Optional<Thing> lent(TrailEntry.Author by) {
        return Optional.ofNullable(by.delegation()).map(id -> new Thing("delegation", id.toString()));
    }

    private static String delegated(Thing delegation, Map<Thing, ThingNames.Named> names) {
        ThingNames.Named named = names.get(delegation);
        return named == null ? delegation.id() : named.name();
    }

    Optional<ThingNames.Named> named(Thing thing) {
        return values.named(thing);
    }

    /// What an event is called, e.g. `đổi tên cơ quan`.
    String event(String event, Locale locale) {
        int dot = event.indexOf('.');
        String key = dot < 0 ? event : event.substring(0, dot) + ".event." + event.substring(dot + 1);
        return words.has(key) ? words.of(locale, key) : event;
    }

    private String who(TrailEntry.Author by, Locale locale) {
        String name = by.name();
        return switch (by.kind()) {
            case "officer" ->
                officer(by.officer()).map(OfficerView::name).orElseGet(() -> words.of(locale, "inspection.by.erased"));
            case "administrator" -> words.of(locale, "inspection.by.administrator");
            case "job" -> words.of(locale, "inspection.by.job");
            case "neighbour" -> name == null ? "" : name;
            default -> words.of(locale, "inspection.by.unknown");
        };
    }

    private String as(TrailEntry.Author by, Locale locale) {
        String name = by.name();
        if (by.kind().equals("job") && name != null) {
            String key = "inspection.job." + name;
            return words.has(key) ? words.of(locale, key) : name;
        }
        return Stream.of(
                        post(by.post()).map(PostView::title),
                        agency(by.agency()).map(AgencyView::shortName))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Optional<OfficerView> officer(@Nullable OfficerId id) {
        return Optional.ofNullable(id).flatMap(directory::officer);
    }

    private Optional<PostView> post(@Nullable PostId id) {
        return Optional.ofNullable(id).flatMap(directory::post);
    }

    private Optional<AgencyView> agency(@Nullable AgencyId id) {
        return Optional.ofNullable(id).flatMap(directory::agency);
    }

    private LogLine.Proof proof(ProofState state, Locale locale) {
        return switch (state) {
            case ProofState.Waiting _ -> proof("wait", "clock", "waiting", locale);
            case ProofState.Sealed sealed ->
                proof("doing", "lock", "sealed", locale, sealed.leaf(), sealed.checkpoint(), Shell.exact(sealed.at()));
            case ProofState.Stamped stamped ->
                proof(
                        "done",
                        "shield-check",
                        "stamped",
                        locale,
                        stamped.leaf(),
                        stamped.checkpoint(),
                        Shell.exact(stamped.at()),
                        stamped.stampedIn(),
                        Shell.exact(stamped.stamped()));
            case ProofState.Mismatch mismatch ->
                new LogLine.Proof(
                        "late",
                        "alert-triangle",
                        words.of(locale, "inspection.proof.mismatch"),
                        words.of(
                                locale,
                                "inspection.proof.mismatch."
                                        + mismatch.difference()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')));
        };
    }

    private LogLine.Proof proof(String state, String icon, String key, Locale locale, Object... arguments) {
        return new LogLine.Proof(
                state,
                icon,
                words.of(locale, "inspection.proof." + key),
                words.of(locale, "inspection.proof." + key + ".explained", arguments));
    }
}
