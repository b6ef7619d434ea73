package vn.thongsuot.organization;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Peoples the planned agencies: exactly 9,253 officers, the same every time, the named ones of
/// {@link DemonstrationOfficer} in their posts.
final class DemonstrationProvince {

    static final int OFFICERS = 9_253;
    static final LocalDate BEGINNING = LocalDate.of(2021, 7, 1);

    private static final long SEED = 20241122L;
    private static final int DAYS_OF_SERVICE = 1_200;

    record Unit(UUID id, UUID agency, String name, int position) {}

    record Post(UUID id, UUID agency, @Nullable UUID unit, PostKind kind, String title) {}

    record Officer(UUID id, String name) {}

    record Holding(UUID id, UUID officer, UUID post, boolean main, LocalDate from) {}

    final List<Planned> agencies = ProvincePlan.agencies();
    final List<Unit> units = new ArrayList<>();
    final List<Post> posts = new ArrayList<>();
    final List<Officer> officers = new ArrayList<>();
    final List<Holding> holdings = new ArrayList<>();

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final PersonNames names = new PersonNames(random);
    private final Map<DemonstrationOfficer, Boolean> placed = new EnumMap<>(DemonstrationOfficer.class);
    private @Nullable UUID memberOfCommittee;

    DemonstrationProvince() {
        List<Integer> sizes = sizes();
        for (int index = 0; index < agencies.size(); index++) {
            man(agencies.get(index), sizes.get(index));
        }
        if (officers.size() != OFFICERS || placed.size() != DemonstrationOfficer.values().length) {
            throw new IllegalStateException("manned " + officers.size() + " officers, named " + placed.keySet());
        }
    }

    static UUID id(String kind, String key) {
        return UUID.nameUUIDFromBytes((kind + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    /// Everyone gets the posts their agency cannot do without; the rest is shared by size, largest remainders
    /// first.
    private List<Integer> sizes() {
        int least = agencies.stream()
                .mapToInt(agency -> agency.staffing().smallest())
                .sum();
        double[] weights = agencies.stream()
                .mapToDouble(agency -> Math.max(
                        1, agency.staffing().typical() - agency.staffing().smallest()))
                .toArray();
        double perWeight = (OFFICERS - least) / java.util.Arrays.stream(weights).sum();
        int[] sizes = IntStream.range(0, weights.length)
                .map(index -> agencies.get(index).staffing().smallest() + (int) (weights[index] * perWeight))
                .toArray();
        int missing = OFFICERS - java.util.Arrays.stream(sizes).sum();
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer index) -> -(weights[index] * perWeight % 1))
                        .thenComparing(index -> index))
                .limit(missing)
                .forEach(index -> sizes[index]++);
        return java.util.Arrays.stream(sizes).boxed().toList();
    }

    private void man(Planned agency, int size) {
        UUID agencyId = id("agency", agency.key());
        List<UUID> unitIds = new ArrayList<>();
        for (String name : agency.staffing().units()) {
            UUID unit = id("unit", agency.key() + ":" + name);
            unitIds.add(unit);
            units.add(new Unit(unit, agencyId, name, unitIds.size()));
        }
        int rest = size;
        for (Staffing.Seat seat : agency.staffing().seats()) {
            Integer place = seat.unit();
            Post post = post(agency, place == null ? null : unitIds.get(place), seat.kind(), seat.title());
            for (int index = 0; index < seat.count(); index++) {
                seat(agency, post, index);
                rest--;
            }
        }
        List<@Nullable UUID> places = new ArrayList<>(unitIds);
        if (places.isEmpty()) {
            places.add(null);
        }
        List<Post> ordinary = places.stream()
                .map(unit -> post(
                        agency, unit, PostKind.SPECIALIST, agency.staffing().restTitle()))
                .toList();
        if (agency.level() == AgencyLevel.PROVINCE) {
            memberOfCommittee = ordinary.getFirst().id();
        }
        for (int index = 0; index < rest; index++) {
            // Of a commune's ordinary officers the one for justice and civil status, whose unit is the second, is
            // named.
            seat(agency, ordinary.get(index % ordinary.size()), index == 1 ? 0 : Integer.MAX_VALUE);
        }
    }

    private Post post(Planned agency, @Nullable UUID unit, PostKind kind, String title) {
        Post post = new Post(
                id("post", agency.key() + ":" + unit + ":" + kind + ":" + title),
                id("agency", agency.key()),
                unit,
                kind,
                title);
        posts.add(post);
        return post;
    }

    private void seat(Planned agency, Post post, int index) {
        DemonstrationOfficer named = index == 0 ? named(agency, post.kind()) : null;
        String key = agency.key() + ":" + officers.size();
        // Drawn also for the named, so that nobody else's name depends on them.
        String drawn = names.next();
        LocalDate from = BEGINNING.plusDays(random.nextInt(DAYS_OF_SERVICE));
        Officer officer = named == null
                ? new Officer(id("officer", key), drawn)
                : new Officer(named.id().value(), named.officerName());
        officers.add(officer);
        holdings.add(new Holding(id("holding", key), officer.id(), post.id(), true, from));
        UUID member = memberOfCommittee;
        // Law on local government: the heads of the province's departments are members of its committee.
        if (agency.level() == AgencyLevel.DEPARTMENT && post.kind() == PostKind.HEAD && member != null) {
            holdings.add(new Holding(id("holding", key + ":member"), officer.id(), member, false, from));
        }
        if (named == DemonstrationOfficer.ADMINISTRATOR) {
            posts.stream()
                    .filter(other -> other.agency().equals(post.agency()) && other.kind() == PostKind.CLERK)
                    .findFirst()
                    .ifPresent(clerk -> holdings.add(
                            new Holding(id("holding", key + ":clerk"), officer.id(), clerk.id(), false, from)));
        }
    }

    private @Nullable DemonstrationOfficer named(Planned agency, PostKind kind) {
        for (DemonstrationOfficer officer : DemonstrationOfficer.values()) {
            boolean here = officer.agency().equals(agency.identifier())
                    || officer.agency().equals(agency.unitCode());
            if (here && officer.kind() == kind && placed.putIfAbsent(officer, true) == null) {
                return officer;
            }
        }
        return null;
    }
}
