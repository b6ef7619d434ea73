package vn.thongsuot.organization;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;

/// A few agencies made up by hand, for tests that need no database.
final class SmallProvince {

    static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    private final List<AgencyView> agencies = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    private final List<UnitView> units = new ArrayList<>();
    private final List<PostView> posts = new ArrayList<>();
    private final List<OfficerView> officers = new ArrayList<>();
    private final List<HoldingView> holdings = new ArrayList<>();

    static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    static AgencyId agency(String key) {
        return new AgencyId(id(key));
    }

    SmallProvince with(String key, AgencyLevel level, @Nullable String parent, String... codes) {
        return with(key, level, parent, Period.since(BEGINNING), codes);
    }

    SmallProvince with(String key, AgencyLevel level, @Nullable String parent, Period period, String... codes) {
        agencies.add(new AgencyView(
                agency(key),
                1,
                key,
                null,
                level,
                "UBND",
                parent == null ? null : agency(parent),
                "province",
                false,
                period,
                List.of(codes).stream()
                        .map(code ->
                                new AgencyCode(AgencyCode.Scheme.ADMINISTRATIVE_UNIT, code, Period.since(BEGINNING)))
                        .toList()));
        return this;
    }

    SmallProvince unit(String agency, String name) {
        units.add(
                new UnitView(id(agency + "/" + name), agency(agency), name, units.size() + 1, Period.since(BEGINNING)));
        return this;
    }

    /// A post called by its title, in `unit` or at the agency's top, and who holds it.
    SmallProvince post(String agency, @Nullable String unit, PostKind kind, String title, String... people) {
        PostId post = post(agency, title);
        posts.add(new PostView(
                post,
                agency(agency),
                unit == null ? null : id(agency + "/" + unit),
                kind,
                title,
                Period.since(BEGINNING)));
        for (String person : people) {
            OfficerId officer = new OfficerId(id(person));
            boolean first = officers.stream().noneMatch(known -> known.id().equals(officer));
            if (first) {
                officers.add(new OfficerView(officer, 1, person, false));
            }
            holdings.add(new HoldingView(id(person + "@" + agency), officer, post, first, Period.since(BEGINNING)));
        }
        return this;
    }

    /// Another holding of somebody who is there already, of a post that is there already.
    SmallProvince holding(String person, String agency, String title, Period period) {
        OfficerId officer = new OfficerId(id(person));
        holdings.add(new HoldingView(
                id(person + "@" + agency + period.from()), officer, post(agency, title), false, period));
        return this;
    }

    static PostId post(String agency, String title) {
        return new PostId(id(agency + ":" + title));
    }

    SmallProvince succession(String predecessor, @Nullable String successor, LocalDate on) {
        successions.add(
                new Succession(agency(predecessor), successor == null ? null : agency(successor), on, true, null));
        return this;
    }

    Snapshot snapshot() {
        return new Snapshot(0, new Snapshot.Lives(agencies, Map.of(), successions), units, posts, officers, holdings);
    }
}
