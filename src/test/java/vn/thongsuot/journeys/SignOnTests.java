package vn.thongsuot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Node;
import vn.thongsuot.Proves;
import vn.thongsuot.TestDatabases;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.OfficerId;

/// Sign-on through another service: a real Keycloak, a real Chromium.
@Proves("H6.1")
class SignOnTests {

    private static final Actor JOB = new Actor.Job("test");
    private static final String PASSWORD = "Chua-Hang-Tra-Vinh-co-thu"; // not-a-secret
    private static final UUID OFFICER = UUID.fromString("0192a000-0000-7000-8000-00000000000a");
    private static final String USER = """
            {"username": "%1$s", "enabled": true, "emailVerified": true, "email": "%1$s@tinh.example",
             "firstName": "Người", "lastName": "%2$s",
             "credentials": [{"type": "password", "value": "%3$s", "temporary": false}]}""";
    private static final String REALM = """
            {"realm": "tinh", "enabled": true, "sslRequired": "none",
             "users": [%s],
             "clients": [{
               "clientId": "thongsuot", "enabled": true, "clientAuthenticatorType": "client-secret", "secret": "%s",
               "redirectUris": ["*"], "standardFlowEnabled": true, "publicClient": false,
               "protocolMappers": [{
                 "name": "officer", "protocol": "openid-connect", "protocolMapper": "oidc-usermodel-attribute-mapper",
                 "config": {"user.attribute": "lastName", "claim.name": "officer_id", "jsonType.label": "String",
                            "id.token.claim": "true", "userinfo.token.claim": "true"}}]}]}""";

    private static final Pattern KEYCLOAK_COOKIES = Pattern.compile("/realms/.*");

    private static Keycloak keycloak;
    private static Node node;

    @BeforeAll
    static void start() throws Exception {
        String client = UUID.randomUUID().toString();
        String users = String.join(
                ",",
                user("canbo.mot", "Một"),
                user("canbo.hai", OFFICER.toString()),
                user("nguoi.la", "Lạ"),
                user("theo.ma", OFFICER.toString()),
                user("khong.mat.khau", "Ba"),
                user("ngoi.canh", "Tư"));
        keycloak = Keycloak.start(REALM.formatted(users, client));
        String registration = "--spring.security.oauth2.client.registration.tinh.";
        node = Node.start(
                TestDatabases.create(),
                "--thongsuot.demonstration=false",
                "--thongsuot.data=" + TestDatabases.data(),
                registration + "client-id=thongsuot",
                registration + "client-secret=" + client,
                registration + "client-name=tài khoản của tỉnh",
                registration + "scope=openid,profile",
                "--spring.security.oauth2.client.provider.tinh.issuer-uri=" + keycloak.issuer());
        Accounts accounts = node.bean(Accounts.class);
        accounts.open("canbo.mot", null, null, JOB);
        accounts.open("canbo.hai", null, null, JOB);
        accounts.open("cua.can.bo", new OfficerId(OFFICER), null, JOB);
        accounts.open("khong.mat.khau", null, null, JOB);
        accounts.open("ngoi.canh", null, null, JOB);
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void letsInWhomTheServiceKnowsAndPinsWhoThatIs() {
        try (Browser browser = new Browser(node.port())) {
            Page page = browser.visitor();
            page.navigate("/sign-in?next=%2Faccount%2Fsessions");
            Browser.picture(page, "sign-in-services-desk");
            assertThat(Browser.barriers(page)).isEmpty();
            depart(page);
            typeThere(page, "canbo.mot");
            page.waitForURL("**/account/sessions");
            assertThat(page.locator("main")).containsText("qua hệ thống khác");
            AccountId account = node.bean(Accounts.class)
                    .findByName("canbo.mot")
                    .orElseThrow()
                    .id();
            JdbcClient jdbc = node.bean(JdbcClient.class);
            assertThat(jdbc.sql("select issuer from access.sign_on where account = :account")
                            .param("account", account.value())
                            .query(String.class)
                            .single())
                    .isEqualTo(keycloak.issuer());
            // Should the service's person become another one: same name, another subject.
            jdbc.sql("update access.sign_on set subject = 'nguoi-truoc' where account = :account")
                    .param("account", account.value())
                    .update();
            assertThat(refusedAs(browser, "canbo.mot")).contains("đã gắn cho người khác");
        }
    }

    @Test
    void refusesWhomNobodyHereKnowsWithAClearWord() {
        try (Browser browser = new Browser(node.port())) {
            assertThat(refusedAs(browser, "nguoi.la")).contains("ở đây chưa có tài khoản nào của bạn");
        }
    }

    @Test
    void refusesWhoCouldBeTwoAccounts() {
        try (Browser browser = new Browser(node.port())) {
            assertThat(refusedAs(browser, "canbo.hai")).contains("khớp với hai tài khoản");
        }
    }

    @Test
    void refusesAnOfficerKnownByTheClaimWhoHoldsNoPost() {
        try (Browser browser = new Browser(node.port())) {
            assertThat(refusedAs(browser, "theo.ma")).contains("chưa giữ chức vụ nào");
        }
    }

    @Test
    @Proves("H6.2")
    void provesAgainByAskingTheServiceToAskAgain() {
        try (Browser browser = new Browser(node.port())) {
            Page page = browser.visitor();
            page.navigate("/sign-in");
            depart(page);
            typeThere(page, "khong.mat.khau");
            page.waitForURL(address -> address.contains("localhost:" + node.port()) && !address.contains("login"));
            node.bean(JdbcClient.class)
                    .sql("delete from access.spring_session_attributes where attribute_name = 'proved'")
                    .update();
            page.navigate("/account/password");
            assertThat(page.locator("h1")).containsText("Xác nhận lại");
            Page others = page.context()
                    .waitForPage(() -> page.getByText("Xác nhận qua").click());
            others.waitForURL("**/realms/tinh/**");
            String there = others.url();
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setPath(KEYCLOAK_COOKIES));
            others.navigate(there);
            typeThere(others, "ngoi.canh");
            assertThat(others.locator("main")).containsText("một người khác với người đang đăng nhập");
            page.navigate("/account/password");
            assertThat(page.locator("h1")).containsText("Xác nhận lại");
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setPath(KEYCLOAK_COOKIES));
            Page tab = page.context()
                    .waitForPage(() -> page.getByText("Xác nhận qua").click());
            typeThere(tab, "khong.mat.khau");
            assertThat(tab.locator("main")).containsText("Đã xác nhận");
            page.locator("main form .btn-primary").click();
            page.waitForURL("**/account/password");
            assertThat(page.locator("h1")).containsText("Đặt mật khẩu");
        }
    }

    private static String refusedAs(Browser browser, String name) {
        Page page = browser.visitor();
        page.navigate("/sign-in");
        depart(page);
        typeThere(page, name);
        page.waitForURL("**/sign-in");
        String said = page.locator(".ts-note").innerText();
        page.navigate("/account");
        assertThat(page.url()).as("nobody was let in").contains("/sign-in");
        return said;
    }

    private static void depart(Page page) {
        page.getByText("Đăng nhập bằng tài khoản của tỉnh").click();
    }

    private static void typeThere(Page page, String name) {
        page.waitForURL("**/realms/tinh/**");
        if (page.locator("#username").isVisible()) {
            page.locator("#username").fill(name);
        }
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login, button[type=submit], input[type=submit]")
                .first()
                .click();
    }

    private static String user(String name, String lastName) {
        return USER.formatted(name, lastName, PASSWORD);
    }
}
