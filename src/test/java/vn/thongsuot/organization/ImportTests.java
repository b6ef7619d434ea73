package vn.thongsuot.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.organization.ImportLine.Outcome;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Refusal;

/// Importing the directory from files: first looked at, then applied as it was shown, all or nothing.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ImportTests {

    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    private static final Actor US = new Actor.Job("test");

    @Autowired
    Imports imports;

    @Autowired
    DirectoryExport export;

    @Autowired
    Directory directory;

    @Autowired
    Organization organization;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    private String code = "";
    private AgencyId province = new AgencyId(new UUID(0, 0));

    @BeforeEach
    void aProvince() {
        code = "Z"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(java.util.Locale.ROOT);
        province = organization.found(
                new NewAgency(
                        "UBND tỉnh " + code,
                        null,
                        AgencyLevel.PROVINCE,
                        "UBND tỉnh",
                        null,
                        "province",
                        code,
                        null,
                        BEGINNING),
                US);
    }

    @Test
    @Proves("H5.4")
    void anExportImportedBackChangesNothing() {
        AgencyId noCode = organization.found(
                new NewAgency(
                        "Tổ không mã",
                        null,
                        AgencyLevel.SUBORDINATE,
                        "tổ",
                        province,
                        "province",
                        null,
                        null,
                        BEGINNING),
                US);
        organization.found(
                new NewAgency(
                        "Nhóm dưới tổ",
                        "Group",
                        AgencyLevel.SUBORDINATE,
                        "nhóm",
                        noCode,
                        "province",
                        null,
                        null,
                        BEGINNING),
                US);
        apply(SheetKind.OFFICERS, officers("", "Lê Thị Một", "Tổ A", "x", "01/02/2020", ""));
        for (SheetKind kind : SheetKind.values()) {
            for (byte[] file : List.of(export.csv(kind, clock.today()), export.excel(kind, clock.today()))) {
                ImportView seen = imports.show(imports.look(kind, "tệp", file, US), US);
                assertThat(seen.lines()).isNotEmpty().allMatch(line -> line.outcome() == Outcome.SAME);
                assertThat(seen.acts()).isZero();
                OrganizationTests.refuses(
                        OrganizationProblem.IMPORT_NOTHING, () -> imports.apply(seen.id(), seen.version(), US));
            }
        }
    }

    @Test
    @Proves("H5.4")
    void eachBadLineHasItsReasonAndNothingIsWritten() {
        long before = directory.snapshot().version;
        String file = agencies(
                agency("Sở Tốt", "DEPARTMENT", code, code + ".01", "01/01/2021"),
                agency("", "DEPARTMENT", code, code + ".02", "01/01/2021"),
                agency("Sở Sai cấp", "HAMLET", code, code + ".03", "01/01/2021"),
                agency("Sở Sai mã", "DEPARTMENT", code, "z 1", "01/01/2021"),
                agency("Sở Trùng mã", "DEPARTMENT", code, code + ".01", "01/01/2021"),
                agency("Sở Không cha", "DEPARTMENT", code + ".99", code + ".05", "01/01/2021"),
                agency("Sở Sai ngày", "DEPARTMENT", code, code + ".06", "31/02/2021"),
                agency("Sở Sớm quá", "DEPARTMENT", code, code + ".07", "01/01/2019"));
        UUID id = imports.look(SheetKind.AGENCIES, "xấu.csv", bytes(file), US);
        ImportView seen = imports.show(id, US);
        assertThat(seen.lines())
                .extracting(line -> line.line() + " "
                        + (line.refusal() == null ? "" : line.refusal().problem()))
                .containsExactly(
                        "2 ",
                        "3 NAME_INVALID",
                        "4 CELL_UNKNOWN",
                        "5 CODE_INVALID",
                        "6 CODE_TAKEN",
                        "7 CELL_UNKNOWN",
                        "8 DATE_UNREADABLE",
                        "9 DATE_BEFORE_FOUNDING");
        OrganizationTests.refuses(
                OrganizationProblem.IMPORT_HAS_BAD_LINES, () -> imports.apply(id, seen.version(), US));
        assertThat(directory.agencyByCode(code + ".01", clock.today())).isEmpty();
        assertThat(directory.snapshot().version).isEqualTo(before);
    }

    @Test
    @Proves({"H5.4", "H7.1"})
    void foundsRenamesAndEndsAsOneTransactionOfOrdinaryActs() {
        apply(
                SheetKind.AGENCIES,
                agencies(
                        agency("Phòng Con", "DIVISION", code + ".01", code + ".01.01", "01/02/2021"),
                        agency("Sở Cha", "DEPARTMENT", code, code + ".01", "01/01/2021"),
                        agency("Sở Sắp hết", "DEPARTMENT", code, code + ".02", "01/01/2021")));
        AgencyView father = directory.agencyByCode(code + ".01", clock.today()).orElseThrow();
        AgencyView child =
                directory.agencyByCode(code + ".01.01", clock.today()).orElseThrow();
        AgencyView ending = directory.agencyByCode(code + ".02", clock.today()).orElseThrow();
        assertThat(child.parent()).as("a child before its parent in the file").isEqualTo(father.id());

        String now = new String(export.csv(SheetKind.AGENCIES, clock.today()), StandardCharsets.UTF_8);
        String changed = now.replace("Sở Cha", "Sở Cả")
                .lines()
                .map(line -> line.contains("Sở Sắp hết") ? line + "31/12/2030" : line)
                .collect(Collectors.joining("\n"));
        UUID run = apply(SheetKind.AGENCIES, changed);
        assertThat(directory.agency(father.id()).orElseThrow().name()).isEqualTo("Sở Cả");
        assertThat(directory
                        .agency(father.id(), clock.today().minusDays(1))
                        .orElseThrow()
                        .name())
                .isEqualTo("Sở Cha");
        assertThat(directory.agency(ending.id()).orElseThrow().period().to()).isEqualTo(LocalDate.of(2030, 12, 31));
        for (AgencyId agency : List.of(father.id(), ending.id())) {
            assertThat(traces(agency.toString())).as("one trace for each act").isEqualTo(2);
        }
        assertThat(traces(child.id().toString())).isEqualTo(1);
        assertThat(traces(run.toString())).isEqualTo(1);
        assertThat(imports.show(run, US).applied()).isTrue();
        assertThat(jdbc.sql(
                                "select count(*) from organization.import_run where applied_at is not null and content is not null")
                        .query(Long.class)
                        .single())
                .as("files kept after they were applied")
                .isZero();
    }

    @Test
    @Proves("H5.4")
    void entersPlacesAndLeavesAndEntersNobodyTwice() {
        String file = officers("", "Lê Thị Một", "Tổ A", "x", "01/02/2021", "")
                + officer("", "Trần Văn Hai", "Tổ A", "x", "01/01/2021", "30/06/2021")
                + officer("", "Phạm Ba", "", "x", "01/03/2021", "");
        UUID look = imports.look(SheetKind.OFFICERS, "cán bộ.csv", bytes(file), US);
        assertThat(imports.show(look, US).lines().getFirst().effects())
                .containsExactly(
                        "organization.import.effect.unit",
                        "organization.import.effect.post",
                        "organization.import.effect.entered");
        apply(SheetKind.OFFICERS, file);
        assertThat(directory.members(province, LocalDate.of(2021, 6, 1)))
                .extracting(member -> member.officer().name())
                .containsExactlyInAnyOrder("Lê Thị Một", "Trần Văn Hai", "Phạm Ba");
        assertThat(directory.members(province, LocalDate.of(2021, 7, 1))).hasSize(2);
        assertThat(directory.units(province, LocalDate.of(2021, 1, 1)))
                .as("the unit is there from the earliest line on")
                .hasSize(1);

        ImportView again = imports.show(imports.look(SheetKind.OFFICERS, "lần hai", bytes(file), US), US);
        assertThat(again.lines()).allMatch(line -> line.outcome() == Outcome.SAME);

        OfficerId one = directory.members(province, clock.today()).stream()
                .map(member -> member.officer())
                .filter(officer -> officer.name().equals("Lê Thị Một"))
                .findFirst()
                .orElseThrow()
                .id();
        apply(
                SheetKind.OFFICERS,
                officers(one.toString(), "Lê Thị Một", "Tổ A", "x", "01/02/2021", "30/09/2021")
                        + officer(one.toString(), "Lê Thị Một", "", "x", "01/10/2021", ""));
        assertThat(directory.holdings(one)).hasSize(2);
        assertThat(directory.holdings(one).getFirst().period()).isEqualTo(Period.since(LocalDate.of(2021, 10, 1)));
    }

    @Test
    @Proves("H5.4")
    void badLinesOfOfficersHaveTheirReasons() {
        String file = officers("", "Lê Thị Một", "", "x", "01/02/2021", "")
                + officer("", "X", "", "x", "01/02/2021", "")
                + officer("", "Lê Hai", "", "có", "01/02/2021", "")
                + officer(UUID.randomUUID().toString(), "Lê Ba", "", "", "01/02/2021", "")
                + officer("abc", "Lê Bốn", "", "", "01/02/2021", "")
                + officer("", "Lê Năm", "", "", "01/02/2019", "")
                + officer("", "Lê Sáu", "", "", "01/02/2021", "01/01/2021")
                + officer("", "Lê Bảy", "", "", "", "").replace(code, "H99.99");
        ImportView seen = imports.show(imports.look(SheetKind.OFFICERS, "xấu", bytes(file), US), US);
        assertThat(seen.lines())
                .extracting(line -> line.line() + " "
                        + (line.refusal() == null ? "" : line.refusal().problem()))
                .containsExactly(
                        "2 ",
                        "3 NAME_INVALID",
                        "4 CELL_UNKNOWN",
                        "5 OFFICER_ABSENT",
                        "6 CELL_UNKNOWN",
                        "7 DATE_BEFORE_FOUNDING",
                        "8 DATE_INVALID",
                        "9 CELL_UNKNOWN");
    }

    /// The last act fails in the database: the first ones were not done either.
    @Test
    @Proves("H5.4")
    void nothingIsHalfImported() {
        String file = agencies(
                agency("Sở Đầu", "DEPARTMENT", code, code + ".01", "01/01/2021"),
                agency("Sở Cuối", "DEPARTMENT", code, code + ".02", "01/01/2021"));
        UUID id = imports.look(SheetKind.AGENCIES, "hai.csv", bytes(file), US);
        ImportView seen = imports.show(id, US);
        jdbc.sql("insert into organization.agency_code values (:id, 'IDENTIFIER', :code, '2022-01-01')")
                .param("id", province.value())
                .param("code", code + ".02")
                .update();
        OrganizationTests.refuses(OrganizationProblem.CODE_TAKEN, () -> imports.apply(id, seen.version(), US));
        assertThat(jdbc.sql("select count(*) from organization.agency_code where code = :code")
                        .param("code", code + ".01")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(imports.show(id, US).applied()).isFalse();
    }

    @Test
    @Proves("H5.4")
    void whatChangedMeanwhileIsLookedAtAgain() {
        UUID id = imports.look(
                SheetKind.AGENCIES,
                "một.csv",
                bytes(agencies(agency("Sở Mới", "DEPARTMENT", code, code + ".01", "01/01/2021"))),
                US);
        ImportView seen = imports.show(id, US);
        organization.openUnit(province, 1, "Phòng Khác", BEGINNING, US);
        OrganizationTests.refuses(OrganizationProblem.IMPORT_STALE, () -> imports.apply(id, seen.version(), US));
        assertThat(directory.agencyByCode(code + ".01", clock.today())).isEmpty();
        imports.apply(id, imports.show(id, US).version(), US);
        assertThat(directory.agencyByCode(code + ".01", clock.today())).isPresent();
        OrganizationTests.refuses(OrganizationProblem.IMPORT_APPLIED, () -> imports.apply(id, seen.version(), US));
    }

    @Test
    @Proves("H5.4")
    void aSecondClickAppliesNothingTwice() throws Exception {
        UUID id = imports.look(
                SheetKind.OFFICERS, "một", bytes(officers("", "Lê Một Lần", "", "x", "01/02/2021", "")), US);
        long version = imports.show(id, US).version();
        Callable<Boolean> click = () -> {
            try {
                imports.apply(id, version, US);
                return true;
            } catch (Refusal refused) {
                assertThat(refused.problem()).isEqualTo(OrganizationProblem.IMPORT_APPLIED);
                return false;
            }
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            int done = 0;
            for (Future<Boolean> answer : threads.invokeAll(List.of(click, click, click, click))) {
                done += answer.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
        assertThat(directory.members(province, clock.today())).hasSize(1);
    }

    @Test
    @Proves("H5.4")
    void onlyWhoChoseTheFileOpensIt() {
        UUID id = imports.look(
                SheetKind.OFFICERS, "một", bytes(officers("", "Lê Của Ai", "", "x", "01/02/2021", "")), US);
        Actor other = new Actor.Administrator(new vn.thongsuot.shared.AccountId(UUID.randomUUID()));
        OrganizationTests.refuses(OrganizationProblem.IMPORT_ABSENT, () -> imports.show(id, other));
        OrganizationTests.refuses(OrganizationProblem.IMPORT_ABSENT, () -> imports.apply(id, 1, other));
    }

    @Test
    @Proves("H5.4")
    void looksAtTenThousandLines() {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, 10_000)
                .forEach(number -> lines.add(officer(
                        "",
                        "Nguyễn Văn " + Character.toString('A' + number % 26) + number,
                        "Tổ " + number % 40,
                        "x",
                        "01/02/2021",
                        "")));
        byte[] file = bytes(officers("", "Lê Đầu", "", "x", "01/02/2021", "") + String.join("", lines));
        UUID id = imports.look(SheetKind.OFFICERS, "vạn dòng", file, US);
        ImportView seen = imports.show(id, US);
        assertThat(seen.count(Outcome.CHANGE)).isEqualTo(10_001);
        assertThat(seen.acts()).as("everybody, 41 posts and 40 units").isEqualTo(10_001 + 41 + 40);
    }

    private UUID apply(SheetKind kind, String file) {
        UUID id = imports.look(kind, "tệp.csv", bytes(file), US);
        ImportView seen = imports.show(id, US);
        assertThat(seen.lines()).allSatisfy(line -> assertThat(line.refusal()).isNull());
        imports.apply(id, seen.version(), US);
        return id;
    }

    private static String agencies(String... lines) {
        return String.join(",", SheetKind.AGENCIES.columns()) + "\n" + String.join("", lines);
    }

    private static String agency(String name, String level, String parent, String code, String from) {
        return "," + name + ",," + level + ",sở," + parent + "," + code + ",,," + from + ",\n";
    }

    private String officers(String id, String name, String unit, String main, String from, String to) {
        return String.join(",", SheetKind.OFFICERS.columns()) + "\n" + officer(id, name, unit, main, from, to);
    }

    private String officer(String id, String name, String unit, String main, String from, String to) {
        return String.join(",", id, name, code, "", unit, "Văn thư", "Văn thư", main, from, to) + "\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long traces(String thing) {
        return jdbc.sql("select count(*) from audit.entry where thing_id = :thing")
                .param("thing", thing)
                .query(Long.class)
                .single();
    }
}
