package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.ImportRun.PostKey;
import vn.thongsuot.organization.ImportRun.UnitKey;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.Refusal;

/// Compares a file of officers with the directory, one line for each post somebody holds: who is new is entered,
/// another post is taken, a last day leaves it. Units and posts that are not there are opened.
final class OfficerImport {

    private static final String ID = "Mã cán bộ";
    private static final String NAME = "Họ và tên";
    private static final String AGENCY = "Mã cơ quan";
    private static final String UNIT = "Đơn vị";
    private static final String KIND = "Loại chức vụ";
    private static final String TITLE = "Chức vụ";
    private static final String MAIN = "Chức vụ chính";
    private static final String FROM = "Từ ngày";
    private static final String TO = "Đến ngày";

    private final Directory directory;
    private final Labels labels;
    private final ImportScope scope;
    private final List<ImportLine> lines = new ArrayList<>();
    private final List<ImportPlan.Act> acts = new ArrayList<>();
    private final Map<UnitKey, Opened> newUnits = new LinkedHashMap<>();
    private final Map<PostKey, Opened> newPosts = new LinkedHashMap<>();
    private final Map<String, List<Period>> taken = new HashMap<>();

    private record Opened(AgencyView agency, LocalDate from) {

        static Opened earlier(Opened one, Opened other) {
            return one.from().isBefore(other.from()) ? one : other;
        }
    }

    OfficerImport(Directory directory, Labels labels, ImportScope scope) {
        this.directory = directory;
        this.labels = labels;
        this.scope = scope;
    }

    ImportPlan plan(List<SheetRow> rows) {
        rows.forEach(this::line);
        List<ImportPlan.Act> all = new ArrayList<>();
        newUnits.forEach((unit, opened) -> all.add(run -> run.units.put(
                unit,
                run.organization.openUnit(unit.agency(), version(run, opened), unit.name(), opened.from(), run.by))));
        newPosts.forEach((post, opened) -> all.add(run -> run.posts.put(
                post,
                run.organization.openPost(
                        post.agency(),
                        version(run, opened),
                        unit(run, post),
                        post.kind(),
                        post.title(),
                        opened.from(),
                        run.by))));
        all.addAll(acts);
        return new ImportPlan(lines, all);
    }

    private static long version(ImportRun run, Opened opened) {
        return run.version(opened.agency().id(), opened.agency().version());
    }

    private @Nullable UUID unit(ImportRun run, PostKey post) {
        String name = post.unit();
        if (name == null) {
            return null;
        }
        UUID opened = run.units.get(new UnitKey(post.agency(), name));
        return opened == null ? known(post.agency(), name) : opened;
    }

    private @Nullable UUID known(AgencyId agency, String unit) {
        return directory.everyUnit(agency).stream()
                .filter(one -> one.name().equals(unit))
                .map(UnitView::id)
                .findFirst()
                .orElse(null);
    }

    private void line(SheetRow row) {
        try {
            lines.add(new ImportLine(row.line(), row.text(NAME), effects(row), null));
        } catch (Refusal refusal) {
            lines.add(new ImportLine(row.line(), row.text(NAME), List.of(), refusal));
        }
    }

    private List<String> effects(SheetRow row) {
        String name = Names.person(row.text(NAME));
        if (row.text(AGENCY).isEmpty()) {
            throw OrganizationProblem.CELL_EMPTY.because(AGENCY);
        }
        AgencyView agency = scope.agency(AGENCY, row.text(AGENCY));
        Period period = new Period(row.date(FROM), row.dateOrNull(TO));
        String unit = row.text(UNIT).isEmpty() ? null : Names.agency(row.text(UNIT));
        PostKey key = new PostKey(agency.id(), unit, labels.kind(row, KIND), Names.agency(row.text(TITLE)));
        boolean main = main(row);
        PostView post = post(key, period.from());
        OfficerView officer = officer(row, name, post, period);
        HoldingView held = officer == null || post == null ? null : holding(officer, post, period);
        if (held != null) {
            return held(row, held, Objects.requireNonNull(officer), agency, main, period);
        }
        scope.need(agency.id());
        within(agency.period(), period, agency);
        List<String> effects = new ArrayList<>();
        if (post == null) {
            open(key, agency, period.from(), effects);
        } else {
            within(post.period(), period);
        }
        free(officer == null ? "new " + row.line() : officer.id().toString(), key, period);
        effects.add(officer == null ? "organization.import.effect.entered" : "organization.import.effect.placed");
        acts.add(run -> take(run, officer, name, post == null ? run.posts.get(key) : post.id(), main, period));
        return effects;
    }

    private static void take(
            ImportRun run,
            @Nullable OfficerView officer,
            String name,
            @Nullable PostId post,
            boolean main,
            Period period) {
        PostId wanted = Objects.requireNonNull(post);
        if (officer == null) {
            run.organization.enter(name, wanted, period, run.by);
        } else {
            long version = run.version(officer.id(), officer.version());
            run.organization.place(officer.id(), version, wanted, main, period, run.by);
        }
    }

    /// A line about a post that is held already: the same, or with a last day now.
    private List<String> held(
            SheetRow row, HoldingView held, OfficerView officer, AgencyView agency, boolean main, Period period) {
        if (!taken.computeIfAbsent(held.id().toString(), _ -> new ArrayList<>()).isEmpty()) {
            throw OrganizationProblem.ROW_TWICE.because();
        }
        taken.get(held.id().toString()).add(period);
        if (main != held.main()) {
            throw OrganizationProblem.CELL_FIXED.because(MAIN);
        }
        LocalDate known = held.period().to();
        LocalDate lastDay = period.to();
        if (Objects.equals(known, lastDay)) {
            return List.of();
        }
        if (known != null || lastDay == null) {
            throw OrganizationProblem.CELL_FIXED.because(TO);
        }
        scope.need(agency.id());
        acts.add(run ->
                run.organization.leave(held.id(), run.version(officer.id(), officer.version()), lastDay, run.by));
        return List.of("organization.import.effect.left");
    }

    private static boolean main(SheetRow row) {
        String text = row.text(MAIN);
        if (!text.isEmpty() && !text.equalsIgnoreCase("x")) {
            throw OrganizationProblem.CELL_UNKNOWN.because(MAIN, text);
        }
        return !text.isEmpty();
    }

    private @Nullable PostView post(PostKey key, LocalDate from) {
        UUID unit = key.unit() == null ? null : known(key.agency(), key.unit());
        if (key.unit() != null && unit == null) {
            return null;
        }
        List<PostView> alike = directory.snapshot().postsOfAgency.getOrDefault(key.agency(), List.of()).stream()
                .filter(post -> post.kind() == key.kind()
                        && post.title().equals(key.title())
                        && Objects.equals(post.unit(), unit))
                .toList();
        return alike.stream()
                .filter(post -> post.period().on(from))
                .findFirst()
                .orElse(alike.isEmpty() ? null : alike.getFirst());
    }

    /// Who the line is about; null for somebody new. The same name in the same post from the same day is the same
    /// person: a file sent twice enters nobody twice.
    private @Nullable OfficerView officer(SheetRow row, String name, @Nullable PostView post, Period period) {
        UUID id = row.id(ID);
        if (id != null) {
            OfficerView officer =
                    directory.officer(new OfficerId(id)).orElseThrow(OrganizationProblem.OFFICER_ABSENT::because);
            if (!officer.name().equals(name)) {
                throw OrganizationProblem.CELL_FIXED.because(NAME);
            }
            return officer;
        }
        return post == null
                ? null
                : directory.snapshot().holdingsOfPost.getOrDefault(post.id(), List.of()).stream()
                        .filter(holding -> holding.period().from().equals(period.from()))
                        .flatMap(holding -> directory.officer(holding.officer()).stream())
                        .filter(officer -> officer.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable HoldingView holding(OfficerView officer, PostView post, Period period) {
        return directory.holdings(officer.id()).stream()
                .filter(holding -> holding.post().equals(post.id())
                        && holding.period().from().equals(period.from()))
                .findFirst()
                .orElse(null);
    }

    private void open(PostKey key, AgencyView agency, LocalDate from, List<String> effects) {
        String unit = key.unit();
        Opened opened = new Opened(agency, from);
        if (unit != null && known(agency.id(), unit) == null) {
            UnitKey wanted = new UnitKey(agency.id(), unit);
            if (!newUnits.containsKey(wanted)) {
                effects.add("organization.import.effect.unit");
            }
            newUnits.merge(wanted, opened, Opened::earlier);
        }
        if (!newPosts.containsKey(key)) {
            effects.add("organization.import.effect.post");
        }
        newPosts.merge(key, opened, Opened::earlier);
    }

    private void free(String person, PostKey key, Period period) {
        List<Period> before = taken.computeIfAbsent(person + key, _ -> new ArrayList<>());
        boolean overlaps = before.stream().anyMatch(other -> overlap(other, period));
        if (overlaps || alreadyHeld(person, key, period)) {
            throw OrganizationProblem.POST_ALREADY_HELD.because();
        }
        before.add(period);
    }

    private boolean alreadyHeld(String person, PostKey key, Period period) {
        PostView post = post(key, period.from());
        return post != null
                && directory.snapshot().holdingsOfPost.getOrDefault(post.id(), List.of()).stream()
                        .anyMatch(holding ->
                                holding.officer().toString().equals(person) && overlap(holding.period(), period));
    }

    private static boolean overlap(Period one, Period other) {
        return (one.to() == null || !one.to().isBefore(other.from()))
                && (other.to() == null || !other.to().isBefore(one.from()));
    }

    private static void within(Period life, Period wanted, AgencyView agency) {
        if (wanted.from().isBefore(life.from())) {
            throw OrganizationProblem.DATE_BEFORE_FOUNDING.because(Dates.shown(life.from()));
        }
        if (!agency.period().on(wanted.from())) {
            throw OrganizationProblem.AGENCY_ENDED.because();
        }
    }

    private static void within(Period life, Period wanted) {
        LocalDate end = life.to();
        LocalDate last = wanted.to() == null ? wanted.from() : wanted.to();
        if (wanted.from().isBefore(life.from()) || (end != null && last.isAfter(end))) {
            throw OrganizationProblem.POST_CLOSED.because(Dates.shown(life.from()));
        }
    }
}
