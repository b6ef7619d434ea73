package vn.thongsuot.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Application;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;

/// The application with the demonstration province, in this process, as it is or with something more or less.
final class Province implements AutoCloseable {

    private static final int ACTORS = 64;

    private final ConfigurableApplicationContext context;

    private Province(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Province start(BenchServer server, String database, Class<?>... more) {
        return new Province(builder(more).run(options(server, database)));
    }

    /// The same without the audit log's listener: never so in reality, only to know what the log costs.
    static Province withoutAudit(BenchServer server, String database) {
        return new Province(builder()
                .initializers(starting -> starting.addBeanFactoryPostProcessor(
                        beans -> ((BeanDefinitionRegistry) beans).removeBeanDefinition("auditLog")))
                .run(options(server, database)));
    }

    private static SpringApplicationBuilder builder(Class<?>... more) {
        return new SpringApplicationBuilder(Application.class).sources(more);
    }

    private static String[] options(BenchServer server, String database) {
        List<String> options = server.options(database);
        options.addAll(List.of("--server.port=0", "--logging.level.vn.thongsuot=warn"));
        return options.toArray(String[]::new);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /// Changes by many officers to the accounts whose turn it is: `part` of `parts`, so that no two kinds of
    /// change meet.
    Changes changes(int part, int parts) {
        List<AccountId> all =
                new ArrayList<>(jdbc().sql("select id from access.account where password_hash is null order by id")
                        .query((row, _) -> new AccountId(row.getObject(1, java.util.UUID.class)))
                        .list());
        List<AccountId> mine = new ArrayList<>();
        for (int index = part; index < all.size(); index += parts) {
            mine.add(all.get(index));
        }
        return new Changes(context.getBean(Accounts.class), mine, actors());
    }

    private List<Actor> actors() {
        Directory directory = context.getBean(Directory.class);
        Accounts accounts = context.getBean(Accounts.class);
        Standings standings = context.getBean(Standings.class);
        List<String> names = new ArrayList<>(
                jdbc().sql("select name from access.account where password_hash is not null order by name")
                        .query(String.class)
                        .list());
        names.addAll(jdbc().sql("select name from access.account where not suspended order by md5(name) limit 200")
                .query(String.class)
                .list());
        List<Actor> actors = names.stream()
                .map(accounts::findByName)
                .flatMap(Optional::stream)
                .map(AccountView::id)
                .map(account -> standings.of(account, null))
                .flatMap(Optional::stream)
                .map(Standing::actor)
                .limit(ACTORS)
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        Collections.shuffle(actors, new Random(7));
        if (actors.size() < ACTORS || directory.officerCount(today()) < ACTORS) {
            throw new IllegalStateException("the province has too few officers to measure with");
        }
        return actors;
    }

    private java.time.LocalDate today() {
        return context.getBean(BusinessClock.class).today();
    }

    @Override
    public void close() {
        context.close();
    }
}
