package vn.thongsuot.inspection.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
        Thing thing = entry.thing();
        Optional<ThingNames.Named> named = named(thing);
        return new LogLine(
                entry.id(),
                entry.business(),
                entry.recorded(),
                who(entry.by(), locale),
                as(entry.by(), locale),
                delegated(entry.by()),
                event(entry.event(), locale),
                values.kind(thing.kind(), locale),
                named.map(ThingNames.Named::name).orElseGet(() -> values.of(thing.kind(), thing.id(), locale)),
                named.map(ThingNames.Named::href).orElse(null),
                proof(entry.proof(), locale));
    }

    private @Nullable String delegated(TrailEntry.Author by) {
        UUID delegation = by.delegation();
        return delegation == null
                ? null
                : named(new Thing("delegation", delegation.toString()))
                        .map(ThingNames.Named::name)
                        .orElse(delegation.toString());
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
