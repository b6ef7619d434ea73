package vn.thongsuot.organization;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;

/// **Xuất danh bạ.** Writes the directory of a day as a file with the columns of an import; the file of today read
/// back changes nothing.
@Component
public class DirectoryExport {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Directory directory;
    private final DirectorySearch search;
    private final Labels labels;

    DirectoryExport(Directory directory, DirectorySearch search, Labels labels) {
        this.directory = directory;
        this.search = search;
        this.labels = labels;
    }

    public byte[] csv(SheetKind kind, LocalDate day) {
        return SheetWriting.csv(kind, rows(kind, day));
    }

    public byte[] excel(SheetKind kind, LocalDate day) {
        return SheetWriting.excel(kind, rows(kind, day));
    }

    private List<List<String>> rows(SheetKind kind, LocalDate day) {
        Listing.Part all = new Listing.Part(null, Integer.MAX_VALUE);
        return switch (kind) {
            case AGENCIES ->
                search.agencies("", day, _ -> true, all).items().stream()
                        .map(agency -> agency(agency, day))
                        .toList();
            case OFFICERS ->
                search.officers("", day, _ -> true, all).items().stream()
                        .flatMap(officer -> directory.holdings(officer.id()).stream()
                                .filter(holding -> holding.period().on(day))
                                .map(holding -> holding(officer, holding, day)))
                        .toList();
        };
    }

    private List<String> agency(AgencyView agency, LocalDate day) {
        AgencyId parent = agency.parent();
        return List.of(
                agency.id().toString(),
                agency.name(),
                agency.nameEn() == null ? "" : agency.nameEn(),
                labels.of(agency.level()),
                agency.kind(),
                parent == null ? "" : reference(directory, parent, day),
                agency.identifier(day).orElse(""),
                agency.code(AgencyCode.Scheme.ADMINISTRATIVE_UNIT, day).orElse(""),
                agency.calendar(),
                shown(agency.period().from()),
                shown(agency.period().to()));
    }

    private List<String> holding(OfficerView officer, HoldingView holding, LocalDate day) {
        PostView post = directory.post(holding.post()).orElseThrow(OrganizationProblem.POST_ABSENT::because);
        return List.of(
                officer.id().toString(),
                officer.name(),
                reference(directory, post.agency(), day),
                directory.agency(post.agency(), day).map(AgencyView::name).orElse(""),
                directory.everyUnit(post.agency()).stream()
                        .filter(unit -> unit.id().equals(post.unit()))
                        .map(UnitView::name)
                        .findFirst()
                        .orElse(""),
                labels.of(post.kind()),
                post.title(),
                holding.main() ? "x" : "",
                shown(holding.period().from()),
                shown(holding.period().to()));
    }

    /// How a file names an agency: by its identifier, or by its id where it has none.
    static String reference(Directory directory, AgencyId agency, LocalDate day) {
        return directory.agency(agency).flatMap(known -> known.identifier(day)).orElse(agency.toString());
    }

    private static String shown(@Nullable LocalDate day) {
        return day == null ? "" : SHOWN.format(day);
    }
}
