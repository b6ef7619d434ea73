package vn.thongsuot.access;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.DemonstrationPart;
import vn.thongsuot.shared.Words;

/// Opens an account for every officer of the demonstration; only the named ones get a password (Argon2 for
/// thousands would take minutes), and those are printed once the province is there.
@Component
class DemonstrationAccounts implements DemonstrationPart {

    private static final int ORDER = 20;
    private static final int BATCH = 1_000;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final JdbcTemplate jdbc;
    private final Directory directory;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    DemonstrationAccounts(
            JdbcTemplate jdbc,
            Directory directory,
            Passwords passwords,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String name() {
        return "access.accounts";
    }

    @Override
    public String title() {
        return "access.demonstration.loading";
    }

    @Override
    @Transactional
    public void load(Progress progress) {
        String hash = passwords.hash(DemonstrationAccount.PASSWORD);
        Map<UUID, String> named = new HashMap<>();
        for (DemonstrationAccount account : DemonstrationAccount.values()) {
            named.put(account.officer().id().value(), account.signInName());
        }
        Map<String, Integer> taken = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        for (OfficerView officer : directory.officers(clock.today())) {
            UUID id = officer.id().value();
            String own = named.get(id);
            String name = own == null ? free(signInName(officer.name()), taken) : own;
            rows.add(row(
                    UUID.nameUUIDFromBytes(("account:" + id).getBytes(StandardCharsets.UTF_8)),
                    name,
                    id,
                    own == null ? null : hash));
        }
        for (int start = 0; start < rows.size(); start += BATCH) {
            int end = Math.min(rows.size(), start + BATCH);
            jdbc.batchUpdate(
                    "insert into access.account (id, version, name, officer, password_hash, demonstration)"
                            + " values (?, 1, ?, ?, ?, true)",
                    rows.subList(start, end));
            progress.at(end, rows.size());
        }
        events.publishEvent(new AccessEvent.DemonstrationAccountsOpened(
                "H59", 1, rows.size(), new Actor.Job("demonstration"), clock.instant()));
    }

    /// `Trần Thị Mỹ Hạnh` → `hanh.ttm`.
    static String signInName(String fullName) {
        String plain = MARKS.matcher(Normalizer.normalize(fullName.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replaceAll("[^a-z ]", "");
        List<String> words = Arrays.asList(plain.split(" ", -1));
        StringBuilder name = new StringBuilder(words.getLast()).append('.');
        words.subList(0, words.size() - 1).forEach(word -> name.append(word.charAt(0)));
        return name.toString();
    }

    private static String free(String name, Map<String, Integer> taken) {
        int times = taken.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + times;
    }

    @SuppressWarnings("NullAway") // JDBC takes null for a missing value, its signature does not say so
    private static Object[] row(@Nullable Object... values) {
        return values;
    }

    @EventListener
    @Order(0)
    void on(ApplicationReadyEvent ready) {
        if (!clock.demonstration()) {
            return;
        }
        StringBuilder text = new StringBuilder("\n  Tài khoản dùng thử, mật khẩu ")
                .append(DemonstrationAccount.PASSWORD)
                .append(":\n");
        Words words = ready.getApplicationContext().getBean(Words.class);
        for (DemonstrationAccount account : DemonstrationAccount.values()) {
            text.append("    %-15s %-22s %s%n"
                    .formatted(
                            account.signInName(),
                            account.officer().officerName(),
                            words.of(Words.VIETNAMESE, account.title())));
        }
        System.out.print(text);
    }
}
