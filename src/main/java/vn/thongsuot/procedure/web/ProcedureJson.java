package vn.thongsuot.procedure.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.HandlingLevel;
import vn.thongsuot.procedure.ProcedureParts;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.procedure.StatedLimit;

/// A procedure for programs.
final class ProcedureJson {

    private ProcedureJson() {}

    @Schema(name = "ProcedureList")
    record Listing(List<Brief> items, int total, @Nullable String next) {

        static Listing of(Procedures.Found found) {
            return new Listing(found.items().stream().map(Brief::of).toList(), found.total(), found.next());
        }
    }

    @Schema(name = "Procedure")
    record Brief(
            @Schema(description = "The national part of the code, such as `2.000635`.")
            String code,

            long version,
            String name,
            String field,
            String ministry,
            Set<HandlingLevel> levels,

            @Schema(description = "Whether dossiers of it can be handled.")
            boolean complete,

            @Schema(description = "The day the national database was read.")
            LocalDate readOn) {

        static Brief of(ProcedureVersion procedure) {
            return new Brief(
                    procedure.code().value(),
                    procedure.version(),
                    procedure.name(),
                    procedure.field(),
                    procedure.ministry(),
                    procedure.levelsInOrder(),
                    procedure.complete(),
                    procedure.edition().readOn());
        }
    }

    @Schema(name = "ProcedureWhole")
    record Whole(
            Brief procedure,
            List<String> applicants,
            List<Offer> channels,
            List<ProcedureVersion.Result> results,
            String agency,
            String decision,
            String url,

            @Schema(description = "What Decree 63/2010/NĐ-CP art. 8.2 asks for and is not there.")
            List<ProcedureVersion.Part> missing,

            @Nullable Parts parts) {

        static Whole of(ProcedureVersion procedure) {
            ProcedureParts parts = procedure.parts();
            return new Whole(
                    Brief.of(procedure),
                    procedure.applicants(),
                    procedure.offers().entrySet().stream()
                            .map(offer -> Offer.of(offer.getKey(), offer.getValue()))
                            .toList(),
                    procedure.results(),
                    procedure.agency(),
                    procedure.decision(),
                    procedure.url(),
                    procedure.missing(),
                    parts == null ? null : Parts.of(parts));
        }
    }

    @Schema(name = "ProcedureChannel")
    record Offer(
            Channel channel,

            @Schema(description = "In the words of the source.")
            String limit,

            @Schema(description = "`TO_BE_CONFIRMED` where the source lost a unit.")
            StatedLimit.State limitState,

            @Schema(description = "In the words of the source.")
            String fee) {

        static Offer of(Channel channel, ProcedureVersion.Offer offer) {
            return new Offer(
                    channel,
                    offer.limit().text(),
                    offer.limit().state(),
                    offer.fee().text());
        }
    }

    @Schema(name = "ProcedureParts")
    record Parts(
            int sets,
            Limit limit,
            @Nullable Long feeInDong,
            @Nullable String feeFor,
            List<ProcedureParts.Component> components,
            List<ProcedureParts.Step> steps) {

        static Parts of(ProcedureParts parts) {
            ProcedureParts.Fee fee = parts.fee();
            return new Parts(
                    parts.sets(),
                    new Limit(
                            parts.limit().amount(),
                            parts.limit().unit().name(),
                            parts.limit().cutOff() == null
                                    ? null
                                    : String.valueOf(parts.limit().cutOff()),
                            parts.limitSource()),
                    fee == null ? null : fee.amount().dong(),
                    fee == null ? null : fee.unit(),
                    parts.components(),
                    parts.steps());
        }
    }

    @Schema(name = "ProcedureLimit")
    record Limit(
            @Schema(description = "0 days: within the day of reception.")
            int amount,

            String unit,

            @Schema(description = "Received after this time of day counts as received on the next working day.")
            @Nullable
            String cutOff,

            ProcedureParts.Source source) {}
}
