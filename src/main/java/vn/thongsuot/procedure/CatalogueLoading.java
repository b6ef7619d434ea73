package vn.thongsuot.procedure;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.procedure.ProcedureParts.Fee;
import vn.thongsuot.procedure.ProcedureParts.Handling;
import vn.thongsuot.procedure.ProcedureParts.Source;
import vn.thongsuot.procedure.ProcedureParts.StepKind;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.DemonstrationPart;
import vn.thongsuot.shared.Money;

/// Loads the shipped edition into the demonstration, and the parts of the procedures that its counters handle
/// (`procedure/demonstration-*.csv`).
@Component
class CatalogueLoading implements DemonstrationPart {

    private static final int ORDER = 30;
    private static final Actor BY = new Actor.Job("demonstration");

    private final Catalogue catalogue;
    private final Procedures procedures;

    CatalogueLoading(Catalogue catalogue, Procedures procedures) {
        this.catalogue = catalogue;
        this.procedures = procedures;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String name() {
        return "procedure.catalogue";
    }

    @Override
    public String title() {
        return "procedure.demonstration.loading";
    }

    @Override
    @Transactional
    public void load(Progress progress) {
        int loaded = catalogue.loadShipped(BY);
        rows("terms").forEach(terms -> catalogue.enter(new ProcedureCode(terms.getField("code")), parts(terms), BY));
        progress.at(loaded, loaded);
        org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization(
                new org.springframework.transaction.support.TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        procedures.refresh();
                    }
                });
    }

    static ProcedureParts parts(NamedCsvRecord terms) {
        String code = terms.getField("code");
        String fee = terms.getField("fee");
        return new ProcedureParts(
                Integer.parseInt(terms.getField("sets")),
                new TimeLimit(
                        Integer.parseInt(terms.getField("limit")),
                        TimeLimit.Unit.valueOf(terms.getField("unit")),
                        TimeLimit.FirstDay.NOT_COUNTED,
                        terms.getField("cut_off").isEmpty() ? null : LocalTime.parse(terms.getField("cut_off"))),
                source(terms, "limit_source", "limit_demonstration"),
                fee.isEmpty() ? null : new Fee(new Money(Long.parseLong(fee)), terms.getField("fee_unit")),
                source(terms, "fee_source", "fee_demonstration"),
                rows("components").stream()
                        .filter(row -> row.getField("code").equals(code))
                        .map(row -> new ProcedureParts.Component(
                                row.getField("component"),
                                row.getField("name"),
                                Handling.valueOf(row.getField("handling")),
                                Integer.parseInt(row.getField("originals")),
                                Integer.parseInt(row.getField("copies")),
                                orNull(row.getField("condition")),
                                orNull(row.getField("template")),
                                source(row, "source", "demonstration")))
                        .toList(),
                rows("steps").stream()
                        .filter(row -> row.getField("code").equals(code))
                        .map(row -> new ProcedureParts.Step(
                                row.getField("name"),
                                StepKind.valueOf(row.getField("kind")),
                                row.getField("performer"),
                                Integer.parseInt(row.getField("hours")),
                                source(row, "source", "demonstration")))
                        .toList());
    }

    static List<NamedCsvRecord> rows(String table) {
        return ShippedEdition.read(ShippedEdition.content("demonstration-" + table + ".csv"));
    }

    private static Source source(NamedCsvRecord row, String text, String demonstration) {
        return new Source(row.getField(text), Boolean.parseBoolean(row.getField(demonstration)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
