package vn.thongsuot.scoring.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.scoring.ScoringPermission;
import vn.thongsuot.shared.MenuItem;

@Configuration(proxyBeanMethods = false)
class ScoringMenu {

    @Bean
    MenuItem trialItem() {
        return new MenuItem(
                MenuItem.Section.OVERSIGHT,
                10,
                "/scores/trial",
                "chart-bar",
                "scoring.trial.title",
                ScoringPermission.SCORE_VIEW);
    }
}
