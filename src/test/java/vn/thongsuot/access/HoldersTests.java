package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import vn.thongsuot.dossier.DossierPermission;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OrganizationPermission;
import vn.thongsuot.organization.Period;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Authority;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Holders;
import vn.thongsuot.shared.Permission;

/// Who is said to hold a right is whoever is let do it, and nobody else.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "thongsuot.demonstration=true")
class HoldersTests {

    @Autowired
    Holders holders;

    @Autowired
    Authority authority;

    @Autowired
    Directory directory;

    @Autowired
    Delegations delegations;

    @Autowired
    Accounts accounts;

    @Autowired
    Standings standings;

    @Autowired
    BusinessClock clock;

    @Test
    void namesThoseOfTheAgencyWhomTheAuthorityAllows() {
        AgencyView commune = directory.agency(chairman().agency()).orElseThrow();
        AgencyView office = directory.agencyByCode("H59.01", clock.today()).orElseThrow();
        List<Permission> rights = Stream.concat(
                        Stream.of(DossierPermission.values()), Stream.of(OrganizationPermission.values()))
                .map(Permission.class::cast)
                .toList();
        for (AgencyView agency : List.of(commune, office)) {
            for (Permission right : rights) {
                assertThat(said(right, agency.id())).as(right.name()).isEqualTo(allowed(right, agency.id()));
            }
        }
        assertThat(said(DossierPermission.DOSSIER_SIGN, commune.id())).isNotEmpty();
    }

    @Test
    void namesWhoWasLentItWhileItIsLent() {
        Actor.Officer chairman = chairman();
        Actor.Officer clerk = officer(DemonstrationAccount.COMMUNE_CLERK);
        var lent = delegations.give(
                clerk.officer(), Set.of("DOSSIER_SIGN"), new Period(clock.today(), clock.today()), chairman);
        var expected = new Holders.Holder(clerk.officer(), chairman.post(), lent);
        assertThat(holders.of(DossierPermission.DOSSIER_SIGN, chairman.agency()))
                .contains(expected);
        assertThat(holders.of(DossierPermission.DOSSIER_VIEW, chairman.agency()))
                .as("what was not lent")
                .doesNotContain(expected);
        delegations.end(lent, chairman);
        assertThat(holders.of(DossierPermission.DOSSIER_SIGN, chairman.agency()))
                .doesNotContain(expected);
    }

    private Set<Holders.Holder> said(Permission right, AgencyId agency) {
        return Set.copyOf(holders.of(right, agency));
    }

    private Set<Holders.Holder> allowed(Permission right, AgencyId agency) {
        return directory.members(agency, clock.today()).stream()
                .filter(member -> authority.allows(
                        new Actor.Officer(
                                new AccountId(java.util.UUID.randomUUID()),
                                member.officer().id(),
                                member.post().id(),
                                agency,
                                null),
                        right,
                        agency))
                .map(member ->
                        new Holders.Holder(member.officer().id(), member.post().id(), null))
                .collect(Collectors.toSet());
    }

    private Actor.Officer chairman() {
        return officer(DemonstrationAccount.COMMUNE_CHAIRMAN);
    }

    private Actor.Officer officer(DemonstrationAccount account) {
        AccountView view = accounts.findByName(account.signInName()).orElseThrow();
        return (Actor.Officer) standings.of(view.id(), null).orElseThrow().actor();
    }
}
