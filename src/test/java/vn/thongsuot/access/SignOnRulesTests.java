package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Refusal;

/// Whom the claims of another sign-on service mean here.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
@Proves("H6.1")
class SignOnRulesTests {

    private static final String ISSUER = "https://dang-nhap.example/realms/tinh";

    @Autowired
    Accounts accounts;

    @Autowired
    SignOn signOn;

    @Test
    void knowsAnAccountByItsNameAndThenByItsSubjectWhateverTheNameBecomes() {
        AccountView account = Visitors.account(accounts);
        String subject = UUID.randomUUID().toString();
        assertThat(outcome(subject, Map.of("preferred_username", account.name())))
                .isEqualTo(account.name());
        assertThat(outcome(subject, Map.of("preferred_username", "ten.moi.o.ben.kia")))
                .isEqualTo(account.name());
        assertThat(outcome(subject, Map.of())).isEqualTo(account.name());
    }

    @Test
    void knowsAnOfficerByTheirId() {
        OfficerId officer = new OfficerId(UUID.randomUUID());
        accounts.open("theo-can-bo", officer, null, Visitors.JOB);
        assertThat(outcome(UUID.randomUUID().toString(), Map.of("officer_id", officer.toString())))
                .isEqualTo("theo-can-bo");
    }

    @Test
    void refusesANameGivenToAnotherPersonLater() {
        AccountView account = Visitors.account(accounts);
        Map<String, Object> claims = Map.of("preferred_username", account.name());
        assertThat(outcome("nguoi-truoc-" + account.name(), claims)).isEqualTo(account.name());
        assertThat(outcome("nguoi-sau-" + account.name(), claims)).isEqualTo("SIGN_ON_AMBIGUOUS");
    }

    @Test
    void refusesASubjectWhoseNameIsNowAnotherAccounts() {
        AccountView first = Visitors.account(accounts);
        AccountView second = Visitors.account(accounts);
        String subject = UUID.randomUUID().toString();
        outcome(subject, Map.of("preferred_username", first.name()));
        assertThat(outcome(subject, Map.of("preferred_username", second.name())))
                .isEqualTo("SIGN_ON_AMBIGUOUS");
    }

    @Test
    void refusesWhoIsUnknownOrNameless() {
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("preferred_username", ""),
                Map.of("preferred_username", 7),
                Map.of("preferred_username", "khong.co.ai.ten.nay"),
                Map.of("officer_id", UUID.randomUUID().toString()))) {
            assertThat(outcome(UUID.randomUUID().toString(), claims)).isEqualTo("SIGN_ON_UNKNOWN");
        }
    }

    @Test
    void pinsOneOfTwoWhoComeAtTheSameMoment() throws Exception {
        AccountView account = Visitors.account(accounts);
        List<Callable<String>> comers = new ArrayList<>();
        for (int time = 0; time < 8; time++) {
            String subject = "cung-luc-" + time;
            comers.add(() -> outcome(subject, Map.of("preferred_username", account.name())));
        }
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(comers)) {
                outcomes.add(answer.get());
            }
        }
        assertThat(outcomes).filteredOn(account.name()::equals).hasSize(1);
        assertThat(outcomes).filteredOn("SIGN_ON_AMBIGUOUS"::equals).hasSize(7);
    }

    private String outcome(String subject, Map<String, Object> claims) {
        try {
            return signOn.accountOf(ISSUER, subject, claims).name();
        } catch (Refusal refused) {
            return refused.problem().name();
        }
    }
}
