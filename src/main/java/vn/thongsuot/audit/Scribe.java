package vn.thongsuot.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;
import vn.thongsuot.shared.Uuids;

/// Puts an event or an access into the words of an entry. The format is described in `docs/log-format.md`; what
/// was written once is read for ever, so a change of format is a new number.
@Component
class Scribe {

    static final int FORMAT = 1;

    private final SubjectKeys keys;

    Scribe(SubjectKeys keys) {
        this.keys = keys;
    }

    Entry write(Auditable event, Instant recorded) {
        EventShape shape = EventShape.of(event);
        UUID id = Uuids.next(recorded);
        Map<String, @Nullable Object> data = new TreeMap<>();
        for (EventShape.Open open : shape.open()) {
            data.put(open.name(), open.read(event));
        }
        List<Entry.Secret> secrets = new ArrayList<>();
        Map<String, @Nullable Object> commitments = new TreeMap<>();
        for (EventShape.Secret secret : shape.secret()) {
            commit(secret, event, id, commitments, secrets);
        }
        return entry(
                id,
                recorded,
                event.at(),
                shape.name(),
                event.thing(),
                event.version(),
                event.by(),
                data,
                commitments,
                secrets);
    }

    Entry write(AccessRecords.Kind kind, Thing thing, Actor by, Instant recorded, Instant business) {
        return entry(
                Uuids.next(recorded), recorded, business, kind.event(), thing, null, by, Map.of(), Map.of(), List.of());
    }

    /// The entry gets SHA-256(salt ‖ value) in place of the value. Of somebody whose key was destroyed, nothing
    /// more is kept.
    private void commit(
            EventShape.Secret secret,
            Auditable event,
            UUID entry,
            Map<String, @Nullable Object> commitments,
            List<Entry.Secret> secrets) {
        String subject = secret.readSubject(event);
        Object value = secret.read(event);
        if (subject == null || value == null) {
            return;
        }
        byte[] salt = keys.salt();
        byte[] text = CanonicalJson.of(value).getBytes(StandardCharsets.UTF_8);
        commitments.put(secret.name(), Sha256.of(salt, text));
        keys.of(subject)
                .ifPresent(key -> secrets.add(
                        new Entry.Secret(secret.name(), subject, keys.seal(key, entry, secret.name(), salt, text))));
    }

    private Entry entry(
            UUID id,
            Instant recordedExactly,
            Instant businessExactly,
            String event,
            Thing thing,
            @Nullable Long version,
            Actor by,
            Map<String, @Nullable Object> data,
            Map<String, @Nullable Object> commitments,
            List<Entry.Secret> secrets) {
        Instant recorded = CanonicalJson.micros(recordedExactly);
        Instant business = CanonicalJson.micros(businessExactly);
        byte[] person = by instanceof Actor.Officer officer ? person(officer.officer()) : null;
        Map<String, @Nullable Object> body = new TreeMap<>();
        body.put("at", business);
        body.put("by", actor(by, person));
        body.put("event", event);
        body.put("format", FORMAT);
        body.put("id", id);
        body.put("recorded", recorded);
        body.put("thing", Map.of("kind", thing.kind(), "id", thing.id()));
        if (version != null) {
            body.put("version", version);
        }
        if (!data.isEmpty()) {
            body.put("data", data);
        }
        if (!commitments.isEmpty()) {
            body.put("personal", commitments);
        }
        UUID agency = by instanceof Actor.Officer officer ? officer.agency().value() : null;
        return new Entry(
                id, recorded, business, event, thing, version, person, agency, CanonicalJson.of(body), secrets);
    }

    private byte @Nullable [] person(OfficerId officer) {
        return keys.of(officer.toString()).map(SubjectKeys.Key::person).orElse(null);
    }

    private static Map<String, @Nullable Object> actor(Actor by, byte @Nullable [] person) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        switch (by) {
            case Actor.Officer officer -> {
                members.put("kind", "officer");
                members.put("account", officer.account());
                members.put("post", officer.post());
                members.put("agency", officer.agency());
                officer.delegated().ifPresent(delegation -> members.put("delegation", delegation));
                if (person != null) {
                    members.put("person", HexFormat.of().formatHex(person));
                }
            }
            case Actor.Administrator administrator -> {
                members.put("kind", "administrator");
                members.put("account", administrator.account());
            }
            case Actor.Neighbour neighbour -> {
                members.put("kind", "neighbour");
                members.put("system", neighbour.system());
            }
            case Actor.Job job -> {
                members.put("kind", "job");
                members.put("name", job.name());
            }
        }
        return members;
    }
}
