package vn.thongsuot.organization;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which agencies the demonstration province has, on 22/11/2024: real names and codes of the administrative
/// units, plausible subordinate units. The same list every time.
final class ProvincePlan {

    static final int AGENCIES = 577;

    private static final List<String> CENTRES = List.of(
            "Trung tâm Y tế",
            "Trung tâm Văn hóa - Thông tin và Thể thao",
            "Ban Quản lý dự án đầu tư xây dựng",
            "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
            "Chi nhánh Văn phòng Đăng ký đất đai");
    private static final int DISTRICTS = 9;
    private static final int HIGH_SCHOOLS = 29;
    private static final int SECONDARY_SCHOOLS = 96;
    private static final int FIRST_DISTRICT = 20;
    private static final int FIRST_COMMUNE = 30;

    private final List<Planned> agencies = new ArrayList<>();
    private final Map<String, Planned> departments = new HashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();

    private ProvincePlan() {}

    static List<Planned> agencies() {
        ProvincePlan plan = new ProvincePlan();
        Planned province = plan.add(
                "province",
                "Ủy ban nhân dân tỉnh Trà Vinh",
                "People's Committee of Tra Vinh Province",
                AgencyLevel.PROVINCE,
                "UBND tỉnh",
                null,
                List.of(),
                "84",
                false,
                Staffing.PROVINCE);
        plan.departments(province);
        plan.subordinateUnits();
        plan.districts(province);
        if (plan.agencies.size() != AGENCIES) {
            throw new IllegalStateException("the plan has " + plan.agencies.size() + " agencies");
        }
        return List.copyOf(plan.agencies);
    }

    private void departments(Planned province) {
        for (NamedCsvRecord row : Seed.rows("travinh_departments_2024.csv")) {
            int number = Integer.parseInt(row.getField("no"));
            String name = row.getField("name");
            Staffing staffing = number == 1
                    ? Staffing.OFFICE
                    : name.startsWith("Thanh tra") ? Staffing.INSPECTORATE : Staffing.DEPARTMENT;
            departments.put(
                    name,
                    add(
                            "department-" + number,
                            name,
                            null,
                            AgencyLevel.DEPARTMENT,
                            row.getField("kind"),
                            province,
                            List.of(number),
                            null,
                            false,
                            staffing));
        }
    }

    private void subordinateUnits() {
        for (NamedCsvRecord row : Seed.rows("subordinate-units.csv")) {
            Planned parent = known(row.getField("parent"));
            String name = row.getField("name");
            String head = name.startsWith("Chi cục")
                    ? "Chi cục trưởng"
                    : name.startsWith("Trường") ? "Hiệu trưởng" : "Giám đốc";
            below(
                    parent,
                    name,
                    "đơn vị trực thuộc",
                    Staffing.simple(head, "Viên chức", Integer.parseInt(row.getField("size"))));
        }
    }

    private void districts(Planned province) {
        List<NamedCsvRecord> communes = Seed.rows("travinh_communes_pre2025.csv");
        int number = FIRST_DISTRICT;
        int secondarySchools = 0;
        for (NamedCsvRecord row : Seed.rows("travinh_districts_pre2025.csv")) {
            String code = row.getField("district_code");
            String name = row.getField("name");
            Planned district = add(
                    "district-" + code,
                    "Ủy ban nhân dân " + lower(name),
                    "People's Committee of " + row.getField("name_en"),
                    AgencyLevel.DISTRICT,
                    "UBND " + row.getField("unit_type").toLowerCase(java.util.Locale.ROOT),
                    province,
                    List.of(number++),
                    code,
                    false,
                    Staffing.DISTRICT);
            Map<String, Planned> divisions = divisions(district, row.getField("unit_type"));
            Map<String, Planned> centres = new HashMap<>();
            for (String centre : CENTRES) {
                centres.put(
                        centre,
                        below(
                                district,
                                centre + " " + lower(name),
                                "đơn vị trực thuộc",
                                Staffing.simple("Giám đốc", "Viên chức", centre.equals(CENTRES.getFirst()) ? 90 : 16)));
            }
            int commune = FIRST_COMMUNE;
            for (NamedCsvRecord unit : communes) {
                if (!unit.getField("district_code").equals(code)) {
                    continue;
                }
                String full = unit.getField("full_name");
                add(
                        "commune-" + unit.getField("commune_code"),
                        "Ủy ban nhân dân " + lower(full),
                        english(unit),
                        AgencyLevel.COMMUNE,
                        "UBND " + lower(unit.getField("unit_type")),
                        district,
                        List.of(district.numbers().getFirst(), commune++),
                        unit.getField("commune_code"),
                        false,
                        Staffing.COMMUNE);
                below(get(centres, CENTRES.getFirst()), "Trạm Y tế " + lower(full), "trạm y tế", Staffing.STATION);
                if (secondarySchools < SECONDARY_SCHOOLS) {
                    secondarySchools++;
                    below(
                            get(divisions, "Phòng Giáo dục và Đào tạo"),
                            "Trường THCS " + full.replaceFirst("^(Xã|Thị trấn) ", ""),
                            "trường học",
                            Staffing.SCHOOL);
                }
            }
            int schools = HIGH_SCHOOLS / DISTRICTS + (number - FIRST_DISTRICT <= HIGH_SCHOOLS % DISTRICTS ? 1 : 0);
            for (int index = 0; index < schools; index++) {
                below(
                        known("Sở Giáo dục và Đào tạo"),
                        "Trường THPT " + bare(name) + " " + (char) ('A' + index),
                        "trường học",
                        Staffing.SCHOOL.sized(48));
            }
        }
    }

    private Map<String, Planned> divisions(Planned district, String type) {
        Map<String, Planned> divisions = new HashMap<>();
        boolean town = !type.equals("Huyện");
        for (NamedCsvRecord row : Seed.rows("district_divisions_2024.csv")) {
            String name = row.getField("name");
            boolean kept = switch (row.getField("which")) {
                case "mọi đơn vị" -> !name.startsWith("Bộ phận");
                case "thành phố, thị xã" -> town;
                case "huyện" -> !town;
                case "nơi đủ điều kiện" -> !town;
                case "nơi có lập (nhiều nơi nhập vào Văn phòng)" -> town;
                default -> throw new IllegalStateException("unknown rule " + row.getField("which"));
            };
            if (kept) {
                Staffing staffing = name.startsWith("Văn phòng") ? Staffing.DISTRICT_OFFICE : Staffing.DIVISION;
                String full = name.endsWith("huyện")
                        ? name.replace("huyện", lower(districtName(district)))
                        : name + " " + lower(districtName(district));
                divisions.put(
                        name,
                        add(
                                district.key() + "-" + row.getField("no"),
                                full,
                                null,
                                AgencyLevel.DIVISION,
                                "phòng",
                                district,
                                List.of(district.numbers().getFirst(), Integer.parseInt(row.getField("no"))),
                                null,
                                false,
                                staffing));
            }
        }
        return divisions;
    }

    private Planned below(Planned parent, String name, String kind, Staffing staffing) {
        int place = counters.merge(parent.key(), 1, Integer::sum)
                + (parent.numbers().size() < 2 ? 59 : 0);
        List<Integer> numbers = new ArrayList<>(parent.numbers());
        numbers.add(place);
        return add(
                parent.key() + "-u" + place,
                name,
                null,
                AgencyLevel.SUBORDINATE,
                kind,
                parent,
                numbers,
                null,
                true,
                staffing);
    }

    private Planned add(
            String key,
            String name,
            @Nullable String nameEn,
            AgencyLevel level,
            String kind,
            @Nullable Planned parent,
            List<Integer> numbers,
            @Nullable String unitCode,
            boolean invented,
            Staffing staffing) {
        Planned agency =
                new Planned(key, name, nameEn, level, kind, parent, List.copyOf(numbers), unitCode, invented, staffing);
        agencies.add(agency);
        return agency;
    }

    private Planned known(String department) {
        return get(departments, department);
    }

    private static Planned get(Map<String, Planned> map, String key) {
        Planned found = map.get(key);
        if (found == null) {
            throw new IllegalStateException("the seed names " + key + ", which is not there");
        }
        return found;
    }

    private static @Nullable String english(NamedCsvRecord unit) {
        String name = unit.getField("full_name_en");
        return name.isBlank() ? null : "People's Committee of " + name;
    }

    private static String districtName(Planned district) {
        String name = district.name().substring("Ủy ban nhân dân ".length());
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /// `Huyện Càng Long` → `huyện Càng Long`: the kind of unit is not part of the proper name.
    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String bare(String district) {
        return district.replaceFirst("^(Thành phố|Thị xã|Huyện) ", "");
    }
}
