package vn.thongsuot.dossier.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.dossier.DossierPermission;
import vn.thongsuot.dossier.DossierStatus;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.LiveTopic;
import vn.thongsuot.shared.MenuItem;
import vn.thongsuot.shared.SearchSource;

@Configuration(proxyBeanMethods = false)
class DossierMenu {

    @Bean
    MenuItem dossiersItem() {
        return new MenuItem(
                MenuItem.Section.SERVICE,
                10,
                "/dossiers",
                "folder-open",
                "dossier.menu",
                DossierPermission.DOSSIER_VIEW);
    }

    @Bean
    LiveTopic dossierTopic() {
        return new LiveTopic(Dossiers.TOPIC, DossierPermission.DOSSIER_VIEW);
    }

    @Bean
    SearchSource dossierSearch(Dossiers dossiers) {
        return new SearchSource() {
            @Override
            public String title() {
                return "dossier.menu";
            }

            @Override
            public int order() {
                return 5;
            }

            @Override
            public List<Hit> search(Actor actor, String query, int limit) {
                return dossiers.open(actor, List.of(DossierStatus.values()), query, null, limit).items().stream()
                        .map(found -> new Hit(
                                found.code(), found.applicant().name(), "/dossiers/" + found.id(), "folder-open"))
                        .toList();
            }
        };
    }
}
