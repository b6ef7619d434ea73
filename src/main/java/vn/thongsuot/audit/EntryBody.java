package vn.thongsuot.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Thing;

/// An entry's body, read back from what {@link Scribe} wrote.
record EntryBody(JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Nothing where `body` is not an entry's: somebody wrote it past the platform.
    static Optional<EntryBody> read(String body) {
        try {
            return Optional.of(new EntryBody(JSON.readTree(body)))
                    .filter(found -> found.json().isObject());
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }

    /// Whether the columns beside the body say the same as the body.
    boolean agrees(TrailQueries.Row row) {
        try {
            return row.id().equals(UUID.fromString(text("/id")))
                    && row.recorded().equals(Instant.parse(text("/recorded")))
                    && row.business().equals(Instant.parse(text("/at")))
                    && row.event().equals(text("/event"))
                    && row.thing().equals(new Thing(text("/thing/kind"), text("/thing/id")))
                    && version() == (row.version() == null ? 0 : row.version())
                    && Arrays.equals(row.person(), optional("/by/person", HexFormat.of()::parseHex))
                    && Optional.ofNullable(row.agency())
                            .equals(Optional.ofNullable(optional("/by/agency", UUID::fromString)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return false;
        }
    }

    private long version() {
        return json.at("/version").asLong(0);
    }

    /// Who acted; the officer is known by `person`'s commitment only.
    TrailEntry.Author author(Function<byte[], Optional<vn.thongsuot.shared.OfficerId>> officers) {
        try {
            byte[] person = optional("/by/person", HexFormat.of()::parseHex);
            return new TrailEntry.Author(
                    text("/by/kind"),
                    optional("/by/account", text -> new AccountId(UUID.fromString(text))),
                    person == null ? null : officers.apply(person).orElse(null),
                    optional("/by/post", text -> new PostId(UUID.fromString(text))),
                    optional("/by/agency", text -> new AgencyId(UUID.fromString(text))),
                    optional("/by/delegation", UUID::fromString),
                    Optional.ofNullable(optional("/by/name", Function.identity()))
                            .orElse(optional("/by/system", Function.identity())));
        } catch (IllegalArgumentException notOurs) {
            return unknown();
        }
    }

    static TrailEntry.Author unknown() {
        return new TrailEntry.Author("unknown", null, null, null, null, null, null);
    }

    JsonNode data() {
        return json.at("/data");
    }

    /// The commitments, by component.
    JsonNode personal() {
        return json.at("/personal");
    }

    private String text(String place) {
        return json.at(place).asString("");
    }

    private <T> @Nullable T optional(String place, Function<String, T> read) {
        JsonNode found = json.at(place);
        return found.isString() ? read.apply(found.asString()) : null;
    }

    /// Plain text of a text, JSON of anything else.
    static String plain(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
