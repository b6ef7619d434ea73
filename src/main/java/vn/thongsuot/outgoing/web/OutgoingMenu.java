package vn.thongsuot.outgoing.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.exchange.Exchange;
import vn.thongsuot.outgoing.OutgoingDocuments;
import vn.thongsuot.outgoing.OutgoingFilter;
import vn.thongsuot.outgoing.OutgoingPermission;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.LiveTopic;
import vn.thongsuot.shared.MenuItem;
import vn.thongsuot.shared.SearchSource;

@Configuration(proxyBeanMethods = false)
class OutgoingMenu {

    @Bean
    MenuItem outgoingItem() {
        return new MenuItem(
                MenuItem.Section.WORK, 20, "/outgoing", "send", "outgoing.menu", OutgoingPermission.OUTGOING_VIEW);
    }

    @Bean
    LiveTopic outgoingTopic() {
        return new LiveTopic(OutgoingDocuments.TOPIC, OutgoingPermission.OUTGOING_VIEW);
    }

    /// What receivers tell is shown beside the document they got.
    @Bean
    LiveTopic exchangeTopic() {
        return new LiveTopic(Exchange.TOPIC, OutgoingPermission.OUTGOING_VIEW);
    }

    @Bean
    SearchSource outgoingSearch(OutgoingDocuments documents) {
        return new SearchSource() {
            @Override
            public String title() {
                return "outgoing.menu";
            }

            @Override
            public int order() {
                return 4;
            }

            @Override
            public List<Hit> search(Actor actor, String query, int limit) {
                return documents.agencies(actor).stream()
                        .flatMap(agency -> documents
                                .list(actor, new OutgoingFilter(agency.id(), Set.of(), null, query), null, limit)
                                .items()
                                .stream())
                        .limit(limit)
                        .map(found -> new Hit(found.code(), found.subject(), "/outgoing/" + found.id(), "send"))
                        .toList();
            }
        };
    }
}
