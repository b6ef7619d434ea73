package vn.thongsuot.incoming.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.incoming.IncomingDocuments;
import vn.thongsuot.incoming.IncomingFilter;
import vn.thongsuot.incoming.IncomingPermission;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.LiveTopic;
import vn.thongsuot.shared.MenuItem;
import vn.thongsuot.shared.SearchSource;

@Configuration(proxyBeanMethods = false)
class IncomingMenu {

    @Bean
    MenuItem incomingItem() {
        return new MenuItem(
                MenuItem.Section.WORK, 10, "/incoming", "inbox", "incoming.menu", IncomingPermission.INCOMING_VIEW);
    }

    @Bean
    LiveTopic incomingTopic() {
        return new LiveTopic(IncomingDocuments.TOPIC, IncomingPermission.INCOMING_VIEW);
    }

    @Bean
    SearchSource incomingSearch(IncomingDocuments documents) {
        return new SearchSource() {
            @Override
            public String title() {
                return "incoming.menu";
            }

            @Override
            public int order() {
                return 3;
            }

            @Override
            public List<Hit> search(Actor actor, String query, int limit) {
                return documents.agencies(actor).stream()
                        .flatMap(agency -> documents
                                .list(actor, new IncomingFilter(agency.id(), Set.of(), null, query), null, limit)
                                .items()
                                .stream())
                        .limit(limit)
                        .map(found -> new Hit(found.code(), found.subject(), "/incoming/" + found.id(), "inbox"))
                        .toList();
            }
        };
    }
}
