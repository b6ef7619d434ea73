package vn.thongsuot.inspection.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.inspection.InspectionPermission;
import vn.thongsuot.shared.MenuItem;

@Configuration(proxyBeanMethods = false)
class InspectionMenu {

    @Bean
    MenuItem log() {
        return new MenuItem(
                MenuItem.Section.OVERSIGHT,
                90,
                LogController.PATH,
                "shield-check",
                "inspection.log.title",
                InspectionPermission.AUDIT_VIEW);
    }

    @Bean
    MenuItem undeliveredEvents() {
        return new MenuItem(
                MenuItem.Section.OVERSIGHT,
                95,
                UndeliveredController.PATH,
                "refresh",
                "inspection.undelivered.title",
                InspectionPermission.UNDELIVERED_DECIDE);
    }
}
