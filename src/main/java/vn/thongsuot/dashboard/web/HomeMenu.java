package vn.thongsuot.dashboard.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.dashboard.DashboardPermission;
import vn.thongsuot.shared.MenuItem;

@Configuration(proxyBeanMethods = false)
class HomeMenu {

    @Bean
    MenuItem home() {
        return new MenuItem(
                MenuItem.Section.START, 1, "/", "home", "dashboard.home.title", DashboardPermission.HOME_VIEW);
    }
}
