package vn.thongsuot.organization.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.organization.OrganizationPermission;
import vn.thongsuot.shared.MenuItem;

@Configuration(proxyBeanMethods = false)
class OrganizationMenu {

    @Bean
    MenuItem agencies() {
        return new MenuItem(
                MenuItem.Section.ORGANIZATION,
                1,
                "/directory/agencies",
                "sitemap",
                "organization.agencies.title",
                OrganizationPermission.DIRECTORY_VIEW);
    }

    @Bean
    MenuItem officers() {
        return new MenuItem(
                MenuItem.Section.ORGANIZATION,
                2,
                "/directory/officers",
                "users",
                "organization.officers.title",
                OrganizationPermission.DIRECTORY_VIEW);
    }
}
