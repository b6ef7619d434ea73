package vn.thongsuot.scoring.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thongsuot.scoring.LiveScores;
import vn.thongsuot.scoring.ScoringPermission;
import vn.thongsuot.shared.LiveTopic;
import vn.thongsuot.shared.MenuItem;

@Configuration(proxyBeanMethods = false)
class ScoringMenu {

    @Bean
    MenuItem scoresItem() {
        return new MenuItem(
                MenuItem.Section.OVERSIGHT,
                5,
                "/scores",
                "trending-up",
                "scoring.board.menu",
                ScoringPermission.SCORE_VIEW);
    }

    @Bean
    LiveTopic scoresTopic() {
        return new LiveTopic(LiveScores.TOPIC, ScoringPermission.SCORE_VIEW);
    }

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
