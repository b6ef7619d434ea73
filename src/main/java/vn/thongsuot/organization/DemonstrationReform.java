package vn.thongsuot.organization;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.thongsuot.organization.ReorganisationContent.Rule;
import vn.thongsuot.shared.AgencyId;

/// The reform of 1 July 2025 as a plan for the demonstration province: real units from the seed, proposals for what
/// the law left to the province. What nobody can know from data is left open for a person: where the leaders of the
/// districts go, and two schools of wards that are gone by then.
final class DemonstrationReform {

    static final LocalDate WARDS = LocalDate.of(2025, 1, 1);
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    static final AgencyId NEW_PROVINCE =
            new AgencyId(UUID.nameUUIDFromBytes("agency:vinh-long".getBytes(StandardCharsets.UTF_8)));

    private final Directory directory;
    private final LocalDate day;
    private final List<ReorganisationStep> steps = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    /// District code → the agencies that stand in its area afterwards.
    private final Map<String, Set<AgencyId>> area = new LinkedHashMap<>();
    /// District code and a commune's bare name → the agency that stands there afterwards.
    private final Map<String, AgencyId> places = new HashMap<>();

    private DemonstrationReform(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    /// Wards 2 and 6 of the town end; who goes on with their work is to be entered by hand.
    static ReorganisationContent wards(Directory directory, LocalDate day, String note) {
        DemonstrationReform reform = new DemonstrationReform(directory, day);
        List.of("29245", "29251")
                .forEach(code -> reform.steps.add(
                        new ReorganisationStep.Merge(UUID.randomUUID(), reform.unit(code), null, false, note)));
        return new ReorganisationContent(reform.steps, List.of(), List.of());
    }

    static ReorganisationContent districts(Directory directory, LocalDate day, String unknown, String derived) {
        DemonstrationReform reform = new DemonstrationReform(directory, day);
        reform.province(unknown);
        reform.communes();
        for (NamedCsvRecord district : Seed.rows("travinh_districts_pre2025.csv")) {
            reform.district(district.getField("district_code"), derived);
        }
        return new ReorganisationContent(reform.steps, reform.rules, List.of());
    }

    private void province(String unknown) {
        AgencyId old = unit("84");
        steps.add(new ReorganisationStep.Found(
                UUID.randomUUID(),
                NEW_PROVINCE,
                "Ủy ban nhân dân tỉnh Vĩnh Long",
                "People's Committee of Vinh Long Province",
                AgencyLevel.PROVINCE,
                "UBND tỉnh",
                null,
                null,
                "86"));
        steps.add(new ReorganisationStep.Merge(UUID.randomUUID(), old, NEW_PROVINCE, true, unknown));
        directory.children(old, day).stream()
                .filter(agency -> agency.level() == AgencyLevel.DEPARTMENT)
                .forEach(agency -> move(agency, NEW_PROVINCE));
    }

    private void communes() {
        Map<String, String> english = new HashMap<>();
        Seed.rows("vinhlong_communes_2025.csv")
                .forEach(row -> english.put(row.getField("commune_code"), row.getField("full_name_en")));
        List<NamedCsvRecord> rows = Seed.rows("travinh_old_to_new_2025.csv");
        StringBuilder csv = new StringBuilder("old_code,new_code,new_name,new_name_en\n");
        rows.forEach(row -> csv.append("%s,%s,%s,%s%n"
                .formatted(
                        row.getField("old_code"),
                        row.getField("new_code"),
                        row.getField("new_name"),
                        english.getOrDefault(row.getField("new_code"), ""))));
        ReorganisationTable.Reading reading = ReorganisationTable.read(csv.toString(), directory, REFORM, NEW_PROVINCE);
        if (!reading.wrong().isEmpty()) {
            throw new IllegalStateException("the seed of the reform is wrong: " + reading.wrong());
        }
        steps.addAll(reading.steps());
        Map<AgencyId, AgencyId> after = new HashMap<>();
        reading.steps().forEach(step -> {
            if (step instanceof ReorganisationStep.Merge merge) {
                after.put(merge.agency(), Objects.requireNonNull(merge.successor()));
            }
        });
        for (NamedCsvRecord row : rows) {
            AgencyId old = unit(row.getField("old_code"));
            AgencyId now = after.getOrDefault(old, old);
            String district = row.getField("old_district_code");
            area.computeIfAbsent(district, _ -> new LinkedHashSet<>()).add(now);
            places.put(district + bare(row.getField("old_name")), now);
        }
    }

    private void district(String code, String derived) {
        AgencyId district = unit(code);
        List<AgencyId> communes = List.copyOf(area.getOrDefault(code, Set.of()));
        communes.forEach(commune ->
                steps.add(new ReorganisationStep.Split(UUID.randomUUID(), district, commune, false, derived)));
        int next = 0;
        for (AgencyView agency : directory.children(district, day)) {
            Optional<NamedCsvRecord> proposal = proposal(agency);
            if (proposal.isEmpty()) {
                continue;
            }
            if (proposal.get().getField("act").equals("dissolve")) {
                steps.add(new ReorganisationStep.Dissolve(UUID.randomUUID(), agency.id(), null));
                rules.add(new Rule(
                        agency.id(),
                        communes.get(next++ % communes.size()),
                        proposal.get().getField("unit")));
                schools(agency, code);
            } else {
                move(agency, named(proposal.get().getField("to")));
            }
        }
    }

    /// The longest beginning that fits; a commune under the district has none.
    private static Optional<NamedCsvRecord> proposal(AgencyView agency) {
        return agency.level() == AgencyLevel.COMMUNE
                ? Optional.empty()
                : Seed.rows("reform_2025_district_agencies.csv").stream()
                        .filter(row -> agency.name().startsWith(row.getField("begins")))
                        .max(java.util.Comparator.comparingInt(
                                row -> row.getField("begins").length()));
    }

    /// A school goes where its commune goes; that of a ward which ended before has no such place.
    private void schools(AgencyView division, String district) {
        for (AgencyView school : directory.children(division.id(), day)) {
            AgencyId place = places.get(district + school.name().replaceFirst("^Trường THCS ", ""));
            if (place != null) {
                move(school, place);
            }
        }
    }

    private void move(AgencyView agency, AgencyId parent) {
        steps.add(new ReorganisationStep.Move(UUID.randomUUID(), agency.id(), parent));
    }

    private AgencyId named(String name) {
        return name.equals("Ủy ban nhân dân tỉnh Vĩnh Long")
                ? NEW_PROVINCE
                : directory.withDescendants(unit("84"), day).stream()
                        .filter(agency -> agency.name().equals(name))
                        .map(AgencyView::id)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("the seed names " + name));
    }

    private AgencyId unit(String code) {
        return directory
                .agencyByCode(code, day)
                .orElseThrow(() -> new IllegalStateException("no unit " + code))
                .id();
    }

    private static String bare(String commune) {
        return commune.replaceFirst("^(Xã|Thị trấn) ", "");
    }
}
