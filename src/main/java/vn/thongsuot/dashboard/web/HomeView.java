package vn.thongsuot.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import vn.thongsuot.shared.HomeCard;

/// **Trang chủ.** Whose day it is, the business day, and what the modules have for that person.
public record HomeView(String name, String postLine, LocalDate today, List<HomeCard.View> cards) {

    public HomeView {
        cards = List.copyOf(cards);
    }
}
