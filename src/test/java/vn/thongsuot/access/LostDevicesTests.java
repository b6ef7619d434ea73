package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thongsuot.Proves;
import vn.thongsuot.Web;

/// An administrator helps somebody whose telephone is lost.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H6.1")
class LostDevicesTests {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeCodes codes;

    @Test
    void anAdministratorResetsThemAndNobodyElse() {
        AccountView account = accounts.findByName("chiso").orElseThrow();
        String path = "/access/accounts/" + account.id() + "/devices/loss";
        try (Web owner = Web.as(port, DemonstrationAccount.INDEX);
                Web clerk = Web.as(port, DemonstrationAccount.COMMUNE_CLERK);
                Web administrator = Web.as(port, DemonstrationAccount.ADMIN)) {
            String key = codes.begin(account.id(), account.name()).key();
            codes.confirm(account.id(), Oathtool.code(key, Instant.now()), Visitors.JOB);
            clerk.get("/account");
            assertThat(clerk.post(path, Map.of()).statusCode()).isEqualTo(403);
            assertThat(codes.of(account.id())).isPresent();
            assertThat(administrator.get("/access/accounts/" + account.id()).body())
                    .contains("Báo mất thiết bị");
            assertThat(administrator.post(path, Map.of()).statusCode()).isEqualTo(302);
            assertThat(codes.of(account.id())).isEmpty();
            assertThat(owner.get("/account").statusCode()).isEqualTo(302);
            assertThat(owner.signIn(account.name(), DemonstrationAccount.PASSWORD)
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .doesNotContain("/sign-in/code");
        }
    }
}
