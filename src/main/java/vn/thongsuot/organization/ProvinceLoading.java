package vn.thongsuot.organization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.DemonstrationPart;
import vn.thongsuot.shared.Signals;

/// Loads the demonstration province in one transaction, as one audited act that names what was loaded by its
/// digest: made-up people are data, not twenty thousand acts of office.
@Component
class ProvinceLoading implements DemonstrationPart {

    private static final int BATCH = 1_000;
    private static final int ORDER = 10;

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Signals signals;
    private final Directory directory;

    ProvinceLoading(
            JdbcTemplate jdbc,
            ApplicationEventPublisher events,
            BusinessClock clock,
            Signals signals,
            Directory directory) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.signals = signals;
        this.directory = directory;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String name() {
        return "organization.province";
    }

    @Override
    public String title() {
        return "organization.demonstration.loading";
    }

    @Override
    @Transactional
    public void load(Progress progress) {
        DemonstrationProvince province = new DemonstrationProvince();
        Written written = new Written(progress, province);
        Date from = Date.valueOf(DemonstrationProvince.BEGINNING);
        written.add(
                "insert into organization.agency (id, version, name, name_en, level, kind, parent, demonstration, valid_from)"
                        + " values (?, 1, ?, ?, ?, ?, ?, ?, ?)",
                province.agencies.stream()
                        .map(agency -> agencyRow(agency, from))
                        .toList());
        written.add(
                "insert into organization.agency_code (agency, scheme, code, valid_from) values (?, ?, ?, ?)",
                province.agencies.stream()
                        .flatMap(agency -> codeRows(agency, from).stream())
                        .toList());
        written.add(
                "insert into organization.unit (id, agency, name, position, valid_from) values (?, ?, ?, ?, ?)",
                province.units.stream()
                        .map(unit -> row(unit.id(), unit.agency(), unit.name(), unit.position(), from))
                        .toList());
        written.add(
                "insert into organization.post (id, agency, unit, kind, title, valid_from) values (?, ?, ?, ?, ?, ?)",
                province.posts.stream()
                        .map(post -> row(
                                post.id(),
                                post.agency(),
                                post.unit(),
                                post.kind().name(),
                                post.title(),
                                from))
                        .toList());
        written.add(
                "insert into organization.officer (id, version, full_name, demonstration) values (?, 1, ?, true)",
                province.officers.stream()
                        .map(officer -> row(officer.id(), officer.name()))
                        .toList());
        written.add(
                "insert into organization.holding (id, officer, post, main, valid_from) values (?, ?, ?, ?, ?)",
                province.holdings.stream()
                        .map(holding -> row(
                                holding.id(),
                                holding.officer(),
                                holding.post(),
                                holding.main(),
                                Date.valueOf(holding.from())))
                        .toList());
        events.publishEvent(new OrganizationEvent.ProvinceLoaded(
                "H59",
                1,
                province.agencies.size(),
                province.posts.size(),
                province.officers.size(),
                written.digest(),
                new Actor.Job("demonstration"),
                clock.instant()));
        signals.announce(Directory.TOPIC);
        org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization(
                new org.springframework.transaction.support.TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        directory.refresh();
                    }
                });
    }

    private static Object[] agencyRow(Planned agency, Date from) {
        Planned parent = agency.parent();
        return row(
                DemonstrationProvince.id("agency", agency.key()),
                agency.name(),
                agency.nameEn(),
                agency.level().name(),
                agency.kind(),
                parent == null ? null : DemonstrationProvince.id("agency", parent.key()),
                agency.invented(),
                from);
    }

    private static List<Object[]> codeRows(Planned agency, Date from) {
        Object id = DemonstrationProvince.id("agency", agency.key());
        List<Object[]> rows = new ArrayList<>();
        rows.add(row(id, AgencyCode.Scheme.IDENTIFIER.name(), agency.identifier(), from));
        rows.add(row(id, AgencyCode.Scheme.OLD_IDENTIFIER.name(), agency.oldIdentifier(), from));
        if (agency.unitCode() != null) {
            rows.add(row(id, AgencyCode.Scheme.ADMINISTRATIVE_UNIT.name(), agency.unitCode(), from));
        }
        return rows;
    }

    @SuppressWarnings("NullAway") // JDBC takes null for a missing value, its signature does not say so
    private static Object[] row(@org.jspecify.annotations.Nullable Object... values) {
        return values;
    }

    /// Writes batches, and the digest of all of them.
    private final class Written {

        private final Progress progress;
        private final long total;
        private final MessageDigest sha256;
        private long done;

        Written(Progress progress, DemonstrationProvince province) {
            this.progress = progress;
            this.total = (long) province.agencies.size()
                    + province.units.size()
                    + province.posts.size()
                    + province.officers.size()
                    + province.holdings.size();
            try {
                this.sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        void add(String sql, List<Object[]> rows) {
            for (int start = 0; start < rows.size(); start += BATCH) {
                List<Object[]> batch = rows.subList(start, Math.min(rows.size(), start + BATCH));
                jdbc.batchUpdate(sql, batch);
                batch.forEach(
                        row -> sha256.update(java.util.Arrays.toString(row).getBytes(StandardCharsets.UTF_8)));
                done += batch.size();
                progress.at(Math.min(done, total), total);
            }
        }

        String digest() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}
