package vn.thongsuot.organization.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.organization.OrganizationPermission;
import vn.thongsuot.shared.MenuItem;

/// The line of the sidebar that leads to the plans of reorganisation.
@Configuration(proxyBeanMethods = false)
class ReorganisationMenu {

    private static final int ORDER = 20;

    @Bean
    MenuItem reorganisationsItem() {
        return new MenuItem(
                MenuItem.Section.ORGANIZATION,
                ORDER,
                ReorganisationController.HOME,
                "git-merge",
                "organization.reorganisation.menu",
                OrganizationPermission.ORGANIZATION_MANAGE);
    }
}
