package vn.thongsuot.audit;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// A process that does nothing but seal once: to be killed. Arguments: address, user and password of the database,
/// the folder of the keys.
final class LoneSealer {

    private LoneSealer() {}

    public static void main(String[] arguments) {
        DriverManagerDataSource database = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        AuditProperties properties = new AuditProperties(Path.of(arguments[3]), "thongsuot");
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Sealer sealer = new Sealer(
                new LogStore(JdbcClient.create(database)),
                new Tiles(jdbc),
                new SignedNote(properties, new KeyFiles(properties)),
                transaction,
                new Witness(jdbc, _ -> {}, transaction, null),
                Clock.systemUTC());
        System.exit(sealer.seal());
    }
}
