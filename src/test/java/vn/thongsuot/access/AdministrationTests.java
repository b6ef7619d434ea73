package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.Web;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OrganizationPermission;
import vn.thongsuot.organization.PostView;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Refusal;

/// Administering accounts, roles and rights, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationTests {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 22);
    private static final String PASSWORD = "Cau-vong-sau-mua-2024"; // not-a-secret
    private static final Pattern LINK = Pattern.compile("/set-password\\?key=[A-Za-z0-9_-]{43}");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private Node node;
    private JdbcClient jdbc;
    private Directory directory;

    @BeforeAll
    void start() {
        node = Node.start(TestDatabases.province(), "--thongsuot.demonstration=true");
        jdbc = node.bean(JdbcClient.class);
        directory = node.bean(Directory.class);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    @Proves("H6.3")
    void findsAccountsByPersonAndByNamePageByPage() {
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web clerk = as(DemonstrationAccount.CLERK)) {
            assertThat(clerk.get("/access/accounts").statusCode()).isEqualTo(403);
            assertThat(admin.get("/access/accounts?q=tran+thi+my+hanh").body())
                    .contains("Trần Thị Mỹ Hạnh", ">vanthu<", "Văn thư, Văn phòng UBND tỉnh");
            assertThat(admin.get("/access/accounts?q=chutichx").body()).contains(">chutichxa<", "Thạch Sô Phiếp");
            assertThat(admin.get("/access/accounts?q=khong+co+ai+ten+nay").body())
                    .contains("Không thấy tài khoản nào cho “khong co ai ten nay”");
            List<String> seen = new ArrayList<>();
            String address = "/access/accounts";
            for (int page = 0; page < 3; page++) {
                String body = admin.get(address).body();
                Matcher name = Pattern.compile("<span class=\"ts-code\">([^<]+)</span>")
                        .matcher(body);
                while (name.find()) {
                    seen.add(name.group(1));
                }
                Matcher next = Pattern.compile("href=\"(/access/accounts\\?q=&amp;after=[^\"]+)\"")
                        .matcher(body);
                assertThat(next.find()).isTrue();
                address = next.group(1).replace("&amp;", "&");
            }
            assertThat(seen).hasSize(150).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    @Proves("H6.3")
    void opensAnAccountWhoseOwnerSetsThePasswordByALinkThatWorksOnce() {
        String officer = jdbc.sql(
                        "delete from access.account where name = (select min(name) from access.account where password_hash is null) returning officer::text")
                .query(String.class)
                .single();
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web owner = new Web(node.port())) {
            admin.get("/access/accounts/new");
            var opened = admin.post("/access/accounts", Map.of("person", officer, "name", "nguoi.moi"));
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(302);
            assertThat(admin.post("/access/accounts", Map.of("person", officer, "name", "nguoi.moi2"))
                            .statusCode())
                    .as("one account each")
                    .isEqualTo(409);
            var again = admin.post("/access/accounts", Map.of("person", officer, "name", "Sai tên!"));
            assertThat(again.statusCode()).isEqualTo(409);
            String page = opened.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
            assertThat(admin.get(page).body()).contains("Chưa có mật khẩu");
            String first = link(admin, page);
            String link = link(admin, page);
            assertThat(owner.get(first).statusCode()).as("only the latest link").isEqualTo(403);

            assertThat(owner.get(link).body()).contains("nguoi.moi");
            String key = link.substring(link.indexOf('=') + 1);
            assertThat(owner.post("/set-password", Map.of("key", key, "password", "matkhau123"))
                            .statusCode())
                    .as("everybody tries this one")
                    .isEqualTo(422);
            assertThat(owner.post("/set-password", Map.of("key", key, "password", PASSWORD))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(owner.get(link).statusCode()).as("used").isEqualTo(403);
            assertThat(owner.signIn("nguoi.moi", PASSWORD).statusCode()).isEqualTo(302);
            assertThat(owner.get("/").statusCode()).isEqualTo(200);
            assertThat(jdbc.sql("select count(*) from access.password_link where encode(hash, 'escape') like :key")
                            .param("key", "%" + key + "%")
                            .query(Long.class)
                            .single())
                    .as("only the hash is kept")
                    .isZero();
        }
    }

    @Test
    @Proves("H6.3")
    void takesAPasswordAwayAtOnceAndSuspendsAndUnlocks() {
        String account = "/access/accounts/" + account("chanhvanphong");
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web person = as(DemonstrationAccount.CHIEF_OF_OFFICE);
                Web stranger = new Web(node.port())) {
            assertThat(person.get("/").statusCode()).isEqualTo(200);
            admin.get(account);
            assertThat(admin.post(account + "/suspension", Map.of()).statusCode())
                    .isEqualTo(302);
            assertThat(person.get("/").statusCode())
                    .as("put out at the next request")
                    .isEqualTo(302);
            assertThat(admin.get(account).body()).contains("Đang khóa");
            assertThat(admin.post(account + "/suspension/end", Map.of()).statusCode())
                    .isEqualTo(302);

            for (int time = 0; time < 5; time++) {
                stranger.signIn("chanhvanphong", "sai mật khẩu " + time);
            }
            assertThat(stranger.signIn("chanhvanphong", DemonstrationAccount.PASSWORD)
                            .statusCode())
                    .isEqualTo(429);
            assertThat(admin.get(account).body()).contains("vì sai quá nhiều lần");
            assertThat(admin.post(account + "/unlocking", Map.of()).statusCode())
                    .isEqualTo(302);
            assertThat(stranger.signIn("chanhvanphong", DemonstrationAccount.PASSWORD)
                            .statusCode())
                    .isEqualTo(302);

            assertThat(stranger.get("/").statusCode()).isEqualTo(200);
            String token = node.bean(Tokens.class)
                    .issue(
                            node.bean(Accounts.class)
                                    .findByName("chanhvanphong")
                                    .orElseThrow()
                                    .id(),
                            "của kẻ lạ",
                            null,
                            1,
                            new Actor.Job("test"));
            assertThat(program(stranger, token)).isEqualTo(200);
            String link = link(admin, account);
            assertThat(program(stranger, token)).as("tokens end").isEqualTo(401);
            assertThat(stranger.get("/").statusCode()).as("sessions end").isEqualTo(302);
            assertThat(stranger.signIn("chanhvanphong", DemonstrationAccount.PASSWORD)
                            .statusCode())
                    .as("the old password is void")
                    .isEqualTo(422);
            stranger.get(link);
            String key = link.substring(link.indexOf('=') + 1);
            stranger.post("/set-password", Map.of("key", key, "password", PASSWORD));
            assertThat(stranger.signIn("chanhvanphong", PASSWORD).statusCode()).isEqualTo(302);

            String own = "/access/accounts/" + account("admin");
            admin.get(own);
            assertThat(admin.post(own + "/suspension", Map.of()).statusCode()).isEqualTo(409);
            assertThat(admin.post(own + "/password-link", Map.of()).statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    @Proves("H6.3")
    void anAdministratorReachesTheirAgenciesAndNoFarther() {
        String post = directory
                .holdings(DemonstrationOfficer.COMMUNE_CLERK.id())
                .getFirst()
                .post()
                .toString();
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web commune = as(DemonstrationAccount.COMMUNE_CLERK)) {
            assertThat(commune.get("/access/accounts").statusCode()).isEqualTo(403);
            assertThat(change(admin, "administrator", "/posts", Map.of("post", post)))
                    .isEqualTo(302);
            try {
                String list = commune.get("/access/accounts").body();
                assertThat(list).contains(">chutichxa<", ">motcua<").doesNotContain(">admin<", ">chutich<");
                assertThat(commune.get("/access/accounts?q=vo+minh+khai").body())
                        .doesNotContain(">chutich<");
                assertThat(commune.get("/access/accounts/" + account("chutichxa"))
                                .statusCode())
                        .isEqualTo(200);
                String foreign = "/access/accounts/" + account("chutich");
                assertThat(commune.get(foreign).statusCode()).isEqualTo(404);
                commune.get("/access/accounts");
                assertThat(commune.post(foreign + "/password-link", Map.of()).statusCode())
                        .isEqualTo(404);
                assertThat(commune.post(foreign + "/suspension", Map.of()).statusCode())
                        .isEqualTo(404);
                assertThat(commune.get("/access/people/" + DemonstrationOfficer.CHAIRMAN.id())
                                .statusCode())
                        .isEqualTo(404);
                assertThat(change(commune, "auditor", "/kinds", Map.of("kind", "CLERK")))
                        .as("roles count everywhere")
                        .isEqualTo(403);
            } finally {
                assertThat(change(admin, "administrator", "/posts/" + post + "/end", Map.of()))
                        .isEqualTo(302);
            }
            assertThat(commune.get("/access/accounts").statusCode())
                    .as("at the next request")
                    .isEqualTo(403);
        }
    }

    /// Whoever takes over an account acts with all it may do: also with what was lent to it, and what its post's roles
    /// reach beyond its agency.
    @Test
    @Proves("H6.3")
    void anAccountWithALongerArmIsOutOfReach() {
        AccountCare care = node.bean(AccountCare.class);
        PostView own = directory
                .post(directory
                        .holdings(DemonstrationOfficer.COMMUNE_CLERK.id())
                        .getFirst()
                        .post())
                .orElseThrow();
        OfficerId colleague = DemonstrationOfficer.COMMUNE_CHAIRMAN.id();
        PostView theirs =
                directory.post(directory.holdings(colleague).getFirst().post()).orElseThrow();
        Actor by = actor(DemonstrationOfficer.COMMUNE_CLERK.id(), own);
        give("thu-gan", RoleReach.AGENCY, "ACCESS_MANAGE", own.id());
        try {
            assertThat(care.reaches(colleague, by)).isTrue();
            give("thu-xa", RoleReach.UNDER, "ORGANIZATION_MANAGE", theirs.id());
            assertThat(care.reaches(colleague, by))
                    .as("their role reaches under the agency")
                    .isFalse();
            take("thu-xa");
            assertThat(care.reaches(colleague, by)).isTrue();
            String lent = jdbc.sql("""
                            insert into access.delegation
                                (id, version, delegator, post, delegate, permissions, valid_from, valid_to)
                            values (gen_random_uuid(), 1, :delegator, :post, :delegate, '{DIRECTORY_VIEW}', :day, :day)
                            returning id::text
                            """)
                    .param("delegator", DemonstrationOfficer.CHAIRMAN.id().value())
                    .param(
                            "post",
                            directory
                                    .holdings(DemonstrationOfficer.CHAIRMAN.id())
                                    .getFirst()
                                    .post()
                                    .value())
                    .param("delegate", colleague.value())
                    .param(
                            "day",
                            node.bean(vn.thongsuot.shared.BusinessClock.class).today())
                    .query(String.class)
                    .single();
            assertThat(care.reaches(colleague, by))
                    .as("they stand in for the chairman")
                    .isFalse();
            jdbc.sql("delete from access.delegation where id = cast(:id as uuid)")
                    .param("id", lent)
                    .update();
            assertThat(care.reaches(colleague, by)).isTrue();
        } finally {
            take("thu-xa");
            take("thu-gan");
        }
    }

    private void give(String role, RoleReach reach, String permission, PostId post) {
        jdbc.sql("insert into access.role (code, title, reach, version) values (:role, :role, :reach, 1)")
                .param("role", role)
                .param("reach", reach.name())
                .update();
        jdbc.sql("insert into access.role_permission (role, permission) values (:role, :permission)")
                .param("role", role)
                .param("permission", permission)
                .update();
        jdbc.sql("insert into access.role_of_post (role, post) values (:role, :post)")
                .param("role", role)
                .param("post", post.value())
                .update();
    }

    private void take(String role) {
        for (String table : List.of("role_of_post", "role_permission")) {
            jdbc.sql("delete from access." + table + " where role = :role")
                    .param("role", role)
                    .update();
        }
        jdbc.sql("delete from access.role where code = :role")
                .param("role", role)
                .update();
    }

    @Test
    @Proves("H6.3")
    void aChangedRoleCountsAtTheNextRequestAndLeavesATrace() {
        String page = "/organization/agencies/new?parent=" + agency("H59.17");
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web auditor = as(DemonstrationAccount.AUDITOR)) {
            assertThat(auditor.get(page).statusCode()).isEqualTo(403);
            String code = "phu-trach-co-cau";
            admin.get("/access/roles");
            assertThat(admin.post("/access/roles", Map.of("title", "Phụ trách cơ cấu", "reach", "UNDER"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(admin.post("/access/roles", Map.of("title", "Phụ trách  cơ cấu", "reach", "UNDER"))
                            .statusCode())
                    .as("the same name")
                    .isEqualTo(409);
            assertThat(change(admin, code, "/rights", Map.of("right", "ORGANIZATION_MANAGE")))
                    .isEqualTo(302);
            String shown = admin.get("/access/roles/" + code).body();
            assertThat(shown).contains("Chưa ai có vai trò này");
            assertThat(change(admin, code, "/kinds", Map.of("kind", "AUDITOR"))).isEqualTo(302);
            assertThat(admin.get("/access/roles/" + code).body()).contains("Lâm Thị Ngọc Diễm");
            assertThat(auditor.get(page).statusCode()).isEqualTo(200);

            admin.get("/access/roles/" + code);
            assertThat(admin.post("/access/roles/" + code + "/kinds/AUDITOR/end", Map.of("version", "1"))
                            .statusCode())
                    .as("changed meanwhile")
                    .isEqualTo(409);
            assertThat(change(admin, code, "/kinds/AUDITOR/end", Map.of())).isEqualTo(302);
            assertThat(auditor.get(page).statusCode()).isEqualTo(403);
            assertThat(jdbc.sql("""
                            select string_agg(event, ' ' order by version) from audit.entry
                             where thing_kind = 'role' and thing_id = :role
                            """).param("role", code).query(String.class).single())
                    .isEqualTo("access.RoleOpened access.RoleRightsChanged access.RoleGivenToKind"
                            + " access.RoleTakenFromKind");
            assertThat(jdbc.sql(
                                    "select body from audit.entry where event = 'access.RoleRightsChanged' and thing_id = :role")
                            .param("role", code)
                            .query(String.class)
                            .single())
                    .contains("\"granted\":[\"ORGANIZATION_MANAGE\"]", "\"withdrawn\":[]");
        }
    }

    @Test
    @Proves("H6.3")
    void somebodyIsAlwaysLeftWhoCanAdminister() {
        try (Web admin = as(DemonstrationAccount.ADMIN)) {
            assertThat(change(admin, "administrator", "/kinds/ADMINISTRATOR/end", Map.of()))
                    .isEqualTo(409);
            assertThat(change(admin, "administrator", "/rights", Map.of("right", "CLOCK_MOVE")))
                    .isEqualTo(409);
            assertThat(admin.get("/access/roles/administrator").body()).contains("Huỳnh Minh Trí");
        }
    }

    /// The last two shut each other out at the same moment: one of them is refused.
    @Test
    @Proves("H6.3")
    void theLastTwoCannotShutEachOtherOut() throws Exception {
        AccountCare care = node.bean(AccountCare.class);
        Accounts accounts = node.bean(Accounts.class);
        TransactionTemplate transaction = node.bean(TransactionTemplate.class);
        Actor job = new Actor.Job("test");
        AccountId first = accounts.open("quan.tri.mot", null, null, job);
        AccountId second = accounts.open("quan.tri.hai", null, null, job);
        List<AccountId> others = jdbc.sql("""
                        update access.account set suspended = true
                         where not suspended and id <> all(:both) returning id
                        """)
                .param("both", new java.util.UUID[] {first.value(), second.value()})
                .query((row, _) -> new AccountId(row.getObject(1, java.util.UUID.class)))
                .list();
        try (var pool = Executors.newFixedThreadPool(2)) {
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<Boolean>> both = new ArrayList<>();
            for (AccountId target : List.of(first, second)) {
                both.add(pool.submit(() -> {
                    try {
                        transaction.executeWithoutResult(_ -> {
                            meet(together);
                            care.suspend(target, job);
                        });
                        return true;
                    } catch (Refusal refused) {
                        assertThat(refused.problem()).isEqualTo(AccessProblem.LAST_ADMINISTRATOR);
                        return false;
                    }
                }));
            }
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            jdbc.sql("update access.account set suspended = false where id = any(:others)")
                    .param("others", others.stream().map(AccountId::value).toArray(java.util.UUID[]::new))
                    .update();
            jdbc.sql("update access.account set suspended = true where id = any(:both)")
                    .param("both", new java.util.UUID[] {first.value(), second.value()})
                    .update();
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new IllegalStateException(late);
        }
    }

    @Test
    @Proves({"H6.3", "H6.5"})
    void tellsWhatOnePersonMayDoAndWhy() {
        try (Web admin = as(DemonstrationAccount.ADMIN);
                Web clerk = as(DemonstrationAccount.CLERK)) {
            String of = "/access/people/" + DemonstrationOfficer.ADMINISTRATOR.id();
            assertThat(clerk.get(of).statusCode()).isEqualTo(403);
            assertThat(admin.get(of).body())
                    .contains("Quản lý cơ quan, chức vụ, cán bộ", "Quản trị hệ thống", "giao cho loại chức vụ này");
            assertThat(clerk.get("/rights").body()).contains("Cấp số, phát hành văn bản đi", "Văn thư");
            admin.get("/delegations/new");
            admin.post(
                    "/delegations",
                    Map.of(
                            "person",
                            DemonstrationOfficer.CLERK.id().toString(),
                            "right",
                            "ORGANIZATION_MANAGE",
                            "from",
                            today(),
                            "to",
                            today()));
            assertThat(admin.get("/access/people/" + DemonstrationOfficer.CLERK.id())
                            .body())
                    .contains("Làm thay Huỳnh Minh Trí", "Huỳnh Minh Trí ủy quyền", "Quản lý cơ quan, chức vụ, cán bộ");
            assertThat(clerk.get("/rights").body()).contains("Làm thay Huỳnh Minh Trí");
            jdbc.sql("update access.delegation set ended_at = now()").update();
        }
    }

    @Test
    @Proves("H6.3")
    void everyRightHasPlainWords() {
        Permissions permissions = node.bean(Permissions.class);
        assertThat(permissions.rights(permissions.all()))
                .allMatch(right -> !right.title().equals("access.permission.unknown"));
    }

    @Test
    @Proves("H6.3")
    void aRightReachesAsFarAsItsRoleSays() {
        Authority authority = node.bean(Authority.class);
        OfficerId officer = DemonstrationOfficer.DEPARTMENT_HEAD.id();
        PostView post =
                directory.post(directory.holdings(officer).getFirst().post()).orElseThrow();
        PostView inUnit = directory.posts(post.agency(), DAY).stream()
                .filter(one -> one.unit() != null)
                .findFirst()
                .orElseThrow();
        jdbc.sql("insert into access.role (code, title, version) values ('thu-pham-vi', 'Thử phạm vi', 1)")
                .update();
        jdbc.sql("insert into access.role_permission values ('thu-pham-vi', 'ORGANIZATION_MANAGE')")
                .update();
        jdbc.sql("insert into access.role_of_post values (:head, 'thu-pham-vi'), (:unit, 'thu-pham-vi')")
                .param("head", post.id().value())
                .param("unit", inUnit.id().value())
                .update();
        try {
            AgencyId own = post.agency();
            AgencyId child = directory.children(own, DAY).getFirst().id();
            AgencyId neighbour = agency("H59.02");
            Map<String, String> reached = new LinkedHashMap<>();
            for (RoleReach reach : RoleReach.values()) {
                jdbc.sql("update access.role set reach = :reach where code = 'thu-pham-vi'")
                        .param("reach", reach.name())
                        .update();
                reached.put(
                        reach.name(),
                        allows(authority, officer, post, own) + " " + allows(authority, officer, post, child) + " "
                                + allows(authority, officer, post, neighbour) + " "
                                + authority.allows(
                                        actor(officer, inUnit),
                                        OrganizationPermission.ORGANIZATION_MANAGE,
                                        own,
                                        inUnit.unit()));
            }
            assertThat(reached)
                    .containsEntry("UNDER", "true true false true")
                    .containsEntry("AGENCY", "true false false true")
                    .containsEntry("UNIT", "false false false true");
        } finally {
            jdbc.sql("delete from access.role_of_post where role = 'thu-pham-vi'")
                    .update();
            jdbc.sql("delete from access.role_permission where role = 'thu-pham-vi'")
                    .update();
            jdbc.sql("delete from access.role where code = 'thu-pham-vi'").update();
        }
    }

    private static boolean allows(Authority authority, OfficerId officer, PostView post, AgencyId agency) {
        return authority.allows(actor(officer, post), OrganizationPermission.ORGANIZATION_MANAGE, agency);
    }

    private static Actor actor(OfficerId officer, PostView post) {
        return new Actor.Officer(
                new AccountId(java.util.UUID.randomUUID()),
                officer,
                new PostId(post.id().value()),
                post.agency(),
                null);
    }

    private int change(Web web, String role, String what, Map<String, String> fields) {
        Matcher version = VERSION.matcher(web.get("/access/roles/" + role).body());
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("version", version.find() ? version.group(1) : "0");
        form.putIfAbsent("reach", "UNDER");
        return web.post("/access/roles/" + role + what, form).statusCode();
    }

    private static int program(Web web, String token) {
        return web.send(web.request("/api/agencies")
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    private static String link(Web admin, String account) {
        admin.get(account);
        var answer = admin.post(account + "/password-link", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Matcher link = LINK.matcher(answer.body());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private String today() {
        return node.bean(vn.thongsuot.shared.BusinessClock.class).today().toString();
    }

    private AgencyId agency(String code) {
        return directory.agencyByCode(code, DAY).orElseThrow().id();
    }

    private AccountId account(String name) {
        return node.bean(Accounts.class).findByName(name).orElseThrow().id();
    }

    private Web as(DemonstrationAccount account) {
        return Web.as(node.port(), account);
    }
}
