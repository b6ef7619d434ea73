package vn.thongsuot.calendar.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.shared.Panel;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.Thing;

/// What the modules below show on a calendar's page.
@Component
class CalendarPanels {

    private final List<Panel> panels;

    CalendarPanels(List<Panel> panels) {
        this.panels =
                panels.stream().sorted(Comparator.comparingInt(Panel::order)).toList();
    }

    /// The addresses of the fragments for `calendar` that `reader` may open.
    List<String> of(CalendarId calendar, SignedIn reader) {
        Thing thing = new Thing("calendar", calendar.value());
        return panels.stream()
                .map(panel -> panel.href(thing, reader))
                .flatMap(Optional::stream)
                .toList();
    }
}
