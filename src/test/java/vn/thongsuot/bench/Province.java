package vn.thongsuot.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Application;
import vn.thongsuot.access.AccountView;
import vn.thongsuot.access.Accounts;
import vn.thongsuot.access.Standing;
import vn.thongsuot.access.Standings;
import vn.thongsuot.dossier.DossierId;
import vn.thongsuot.dossier.DossierPermission;
import vn.thongsuot.dossier.Dossiers;
import vn.thongsuot.incoming.IncomingPermission;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Holders;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Permission;

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

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    <T> T one(Class<T> type) {
        return context.getBean(type);
    }

    <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /// Somebody who works at an agency, and what lies there.
    ///
    /// @param user sign-in name
    record Desk(String user, List<UUID> things) {}

    /// Who registers what comes in at the agencies that get the most, each with 200 documents of that register.
    List<Desk> clerks(int most) throws InterruptedException {
        return desks(
                "select agency from incoming.document group by agency order by count(*) desc",
                "select id from incoming.document where agency = :agency limit 200",
                IncomingPermission.INCOMING_REGISTER,
                most);
    }

    /// Who receives at the counters with the most dossiers, each with 200 of them.
    List<Desk> counters(int most) throws InterruptedException {
        return desks(
                "select agency from dossier.dossier group by agency order by count(*) desc",
                "select id from dossier.dossier where agency = :agency limit 200",
                DossierPermission.DOSSIER_RECEIVE,
                most);
    }

    private List<Desk> desks(String busiest, String things, Permission permission, int most)
            throws InterruptedException {
        Map<String, Desk> desks = new LinkedHashMap<>();
        for (UUID agency : jdbc().sql(busiest).query(UUID.class).list()) {
            for (Holders.Holder holder : one(Holders.class).of(permission, new AgencyId(agency))) {
                Optional<AccountView> account = one(Accounts.class).findByOfficer(holder.officer());
                if (desks.size() < most
                        && account.isPresent()
                        && enters(account.get().name())) {
                    desks.putIfAbsent(
                            account.get().name(),
                            new Desk(
                                    account.get().name(),
                                    jdbc().sql(things)
                                            .param("agency", agency)
                                            .query(UUID.class)
                                            .list()));
                    break;
                }
            }
        }
        return List.copyOf(desks.values());
    }

    private boolean enters(String user) throws InterruptedException {
        try {
            Desktop.of(port(), user).close();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /// Dossiers under way in agencies where two may work on them.
    Takings takings() {
        Map<UUID, List<Holders.Holder>> handlers = new HashMap<>();
        List<Takings.Open> open = new ArrayList<>();
        jdbc().sql("""
                        select id, agency, version, handler from dossier.dossier
                         where status = 'PROCESSING' and handler is not null order by id
                        """)
                .query((row, _) -> {
                    UUID agency = row.getObject("agency", UUID.class);
                    OfficerId now = new OfficerId(row.getObject("handler", UUID.class));
                    List<Holders.Holder> may = handlers.computeIfAbsent(
                            agency, id -> one(Holders.class).of(DossierPermission.DOSSIER_PROCESS, new AgencyId(id)));
                    Optional<Actor> here = may.stream()
                            .filter(holder -> holder.officer().equals(now))
                            .findFirst()
                            .flatMap(this::actor);
                    Optional<Actor> other = may.stream()
                            .filter(holder -> !holder.officer().equals(now))
                            .findFirst()
                            .flatMap(this::actor);
                    if (here.isPresent() && other.isPresent()) {
                        open.add(new Takings.Open(
                                new DossierId(row.getObject("id", UUID.class)),
                                row.getLong("version"),
                                List.of(here.get(), other.get())));
                    }
                    return agency;
                })
                .list();
        if (open.isEmpty()) {
            throw new IllegalStateException("no dossier is under way where two could work on it");
        }
        return new Takings(one(Dossiers.class), open);
    }

    private Optional<Actor> actor(Holders.Holder holder) {
        return one(Accounts.class)
                .findByOfficer(holder.officer())
                .flatMap(account -> one(Standings.class).of(account.id(), holder.post()))
                .map(Standing::actor);
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
