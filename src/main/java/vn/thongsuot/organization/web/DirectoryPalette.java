package vn.thongsuot.organization.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.SearchSource;

/// Lets the palette go to agencies and officers of today.
@Configuration(proxyBeanMethods = false)
class DirectoryPalette {

    @Bean
    SearchSource agencySearch(Directory directory, Rows rows, BusinessClock clock) {
        return new SearchSource() {
            @Override
            public String title() {
                return "organization.agencies.found";
            }

            @Override
            public int order() {
                return 10;
            }

            @Override
            public List<Hit> search(Actor actor, String query, int limit) {
                AsOf today = AsOf.of(null, directory, clock);
                return directory.searchAgencies(query, today.day(), limit).stream()
                        .map(agency -> rows.of(agency, today))
                        .map(row -> new Hit(row.name(), joined(row.code(), row.parent()), row.href(), "building"))
                        .toList();
            }
        };
    }

    @Bean
    SearchSource officerSearch(Directory directory, Rows rows, BusinessClock clock) {
        return new SearchSource() {
            @Override
            public String title() {
                return "organization.officers.found";
            }

            @Override
            public int order() {
                return 20;
            }

            @Override
            public List<Hit> search(Actor actor, String query, int limit) {
                AsOf today = AsOf.of(null, directory, clock);
                return directory.searchOfficers(query, today.day(), limit).stream()
                        .map(officer -> rows.of(officer, today))
                        .map(row -> new Hit(
                                row.name(),
                                row.posts().stream()
                                        .map(held -> joined(held.title(), held.agency()))
                                        .findFirst()
                                        .orElse(""),
                                row.href(),
                                "user"))
                        .toList();
            }
        };
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + " · " + second;
    }
}
