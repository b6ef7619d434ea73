package vn.thongsuot.bench;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import vn.thongsuot.access.AccessEvent;

/// Two listeners such as oversight modules have: after the commit, at least once, idempotent. Each keeps the
/// newest state of a thing in a table of its own.
final class TwoListeners {

    private TwoListeners() {}

    static final String TABLES = """
            create schema bench;
            create table bench.score (account uuid primary key, version bigint not null);
            create table bench.notice (account uuid primary key, version bigint not null);
            """;

    private static final String UPSERT = """
            insert into bench.%s as known (account, version) values (?, ?)
            on conflict (account) do update set version = excluded.version where known.version < excluded.version
            """;

    static class Score {

        private final JdbcTemplate jdbc;

        Score(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @ApplicationModuleListener
        void on(AccessEvent event) {
            jdbc.update(
                    UPSERT.formatted("score"),
                    java.util.UUID.fromString(event.thing().id()),
                    event.version());
        }
    }

    static class Notice {

        private final JdbcTemplate jdbc;

        Notice(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @ApplicationModuleListener
        void on(AccessEvent event) {
            jdbc.update(
                    UPSERT.formatted("notice"),
                    java.util.UUID.fromString(event.thing().id()),
                    event.version());
        }
    }
}
