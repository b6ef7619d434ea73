package vn.thongsuot.calendar.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.calendar.CalendarPermission;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.shared.LiveTopic;
import vn.thongsuot.shared.MenuItem;

@Configuration(proxyBeanMethods = false)
class CalendarMenu {

    @Bean
    MenuItem calendarItem() {
        return new MenuItem(
                MenuItem.Section.ORGANIZATION,
                30,
                "/calendar",
                "calendar",
                "calendar.title",
                CalendarPermission.CALENDAR_VIEW);
    }

    @Bean
    MenuItem deadlineItem() {
        return new MenuItem(
                MenuItem.Section.WORK,
                80,
                "/deadline",
                "hourglass",
                "calendar.deadline.title",
                CalendarPermission.CALENDAR_VIEW);
    }

    @Bean
    LiveTopic calendarTopic() {
        return new LiveTopic(Calendars.TOPIC, CalendarPermission.CALENDAR_VIEW);
    }
}
