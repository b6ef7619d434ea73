package vn.thongsuot.procedure.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.procedure.ProcedurePermission;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.MenuItem;
import vn.thongsuot.shared.SearchSource;

@Configuration(proxyBeanMethods = false)
class ProcedureMenu {

    @Bean
    MenuItem proceduresItem() {
        return new MenuItem(
                MenuItem.Section.SERVICE,
                50,
                "/procedures",
                "book-2",
                "procedure.menu",
                ProcedurePermission.PROCEDURE_VIEW);
    }

    @Bean
    SearchSource procedureSearch(Procedures procedures) {
        return new SearchSource() {
            @Override
            public String title() {
                return "procedure.title";
            }

            @Override
            public int order() {
                return 30;
            }

            @Override
            public List<Hit> search(Actor actor, String query, int limit) {
                return procedures.find(Procedures.Filter.of(query), null, limit).items().stream()
                        .map(found -> new Hit(
                                found.name(),
                                found.code() + " · " + found.field(),
                                "/procedures/" + found.code(),
                                "book-2"))
                        .toList();
            }
        };
    }
}
