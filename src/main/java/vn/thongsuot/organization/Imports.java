package vn.thongsuot.organization;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Uuids;

/// **Nhập danh bạ.** Looks at a file first and says what each line would do; then applies exactly that, as one
/// transaction of ordinary acts: all of them or none. What was changed meanwhile makes it look again.
@Component
public class Imports {

    private static final int LONGEST_NAME = 200;

    private final ImportStore store;
    private final ImportPlanning planning;
    private final Organization organization;
    private final Announcement announcement;
    private final InstantSource time;

    Imports(
            ImportStore store,
            ImportPlanning planning,
            Organization organization,
            Announcement announcement,
            vn.thongsuot.shared.BusinessClock clock) {
        this.store = store;
        this.planning = planning;
        this.organization = organization;
        this.announcement = announcement;
        this.time = clock;
    }

    /// Keeps `content` for a day. Refuses what cannot be read as a file of `kind` at all.
    @Transactional
    public UUID look(SheetKind kind, String fileName, byte[] content, Actor by) {
        SheetReading.read(kind, content);
        UUID id = Uuids.next(time.instant());
        String name = fileName.strip();
        store.keep(id, kind, name.substring(0, Math.min(name.length(), LONGEST_NAME)), digest(content), content, by);
        return id;
    }

    /// What the file would do to the directory as it is now.
    @Transactional
    public ImportView show(UUID id, Actor by) {
        ImportStore.Run run = store.run(id, by);
        if (run.applied()) {
            return new ImportView(id, run.kind(), run.fileName(), run.digest(), true, 0, run.acts(), List.of());
        }
        ImportPlanning.Planned planned = planning.plan(run.kind(), run.file(), by);
        return new ImportView(
                id,
                run.kind(),
                run.fileName(),
                run.digest(),
                false,
                planned.version(),
                planned.plan().acts().size(),
                planned.plan().lines());
    }

    /// Applies what was shown for the directory at `version`: all of it, or nothing.
    @Transactional
    public void apply(UUID id, long version, Actor by) {
        ImportStore.Run run = store.run(id, by);
        if (run.applied()) {
            throw OrganizationProblem.IMPORT_APPLIED.because();
        }
        ImportPlanning.Planned planned = planning.plan(run.kind(), run.file(), by);
        if (planned.version() != version) {
            throw OrganizationProblem.IMPORT_STALE.because();
        }
        int bad = planned.plan().count(ImportLine.Outcome.BAD);
        if (bad > 0) {
            throw OrganizationProblem.IMPORT_HAS_BAD_LINES.because(bad);
        }
        List<ImportPlan.Act> acts = planned.plan().acts();
        if (acts.isEmpty()) {
            throw OrganizationProblem.IMPORT_NOTHING.because();
        }
        ImportRun state = new ImportRun(organization, by);
        acts.forEach(act -> act.run(state));
        store.applied(id, acts.size());
        announcement.of(
                new OrganizationEvent.FileImported(id, 1, run.kind(), run.digest(), acts.size(), by, time.instant()));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
