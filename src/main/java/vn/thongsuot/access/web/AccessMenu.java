package vn.thongsuot.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.access.AccessPermission;
import vn.thongsuot.shared.MenuItem;
import vn.thongsuot.shared.MenuItem.Section;

@Configuration(proxyBeanMethods = false)
class AccessMenu {

    @Bean
    MenuItem delegationsItem() {
        return new MenuItem(
                Section.ORGANIZATION,
                40,
                "/delegations",
                "user-check",
                "access.delegations.title",
                AccessPermission.DELEGATION_OWN);
    }

    @Bean
    MenuItem accountsItem() {
        return new MenuItem(
                Section.ORGANIZATION,
                50,
                "/access/accounts",
                "user-shield",
                "access.accounts.title",
                AccessPermission.ACCESS_MANAGE);
    }

    @Bean
    MenuItem rolesItem() {
        return new MenuItem(
                Section.ORGANIZATION, 51, "/access/roles", "key", "access.roles.title", AccessPermission.ACCESS_MANAGE);
    }

    @Bean
    MenuItem absencesItem() {
        return new MenuItem(
                Section.ORGANIZATION,
                41,
                "/absences",
                "calendar-time",
                "access.absences.title",
                AccessPermission.ABSENCE_VIEW);
    }
}
