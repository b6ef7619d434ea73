package vn.thongsuot.procedure.web;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thongsuot.procedure.Channel;
import vn.thongsuot.procedure.HandlingLevel;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.StatedFee;
import vn.thongsuot.procedure.StatedLimit;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Shell;

/// **Lời về thủ tục.** What the national database says, in the reader's words.
public final class ProcedureTexts {

    private ProcedureTexts() {}

    /// `5 ngày làm việc`; a number without its unit as it is: `5 …`.
    public static String limit(Shell shell, StatedLimit limit) {
        if (limit.state() == StatedLimit.State.ABSENT) {
            return shell.t("procedure.limit.absent");
        }
        if (limit.cases().isEmpty()) {
            return limit.text();
        }
        return limit.cases().stream()
                .map(one -> {
                    StatedLimit.Unit unit = one.unit();
                    return unit == null
                            ? shell.t("procedure.limit.unit-lost", one.amount())
                            : shell.t(Words.key("procedure.limit.", unit), one.amount());
                })
                .collect(Collectors.joining("; "));
    }

    public static String fee(Shell shell, StatedFee fee) {
        return fee.known() ? String.join("; ", fee.cases()) : shell.t("procedure.fee.unknown");
    }

    public static String levels(Shell shell, Set<HandlingLevel> levels) {
        return levels.stream()
                .map(level -> shell.t(Words.key("procedure.level.", level)))
                .collect(Collectors.joining(", "));
    }

    /// The limit of the first channel that has one, for a list.
    public static StatedLimit firstLimit(ProcedureVersion procedure) {
        return procedure.offers().values().stream()
                .map(ProcedureVersion.Offer::limit)
                .filter(limit -> limit.state() != StatedLimit.State.ABSENT)
                .findFirst()
                .orElse(new StatedLimit(""));
    }

    /// The message key of a channel.
    public static String key(Channel channel) {
        return Words.key("procedure.channel.", channel);
    }

    /// Whether every channel offers the same: then once is enough.
    public static boolean same(Map<Channel, ProcedureVersion.Offer> offers) {
        return offers.values().stream().distinct().count() == 1;
    }
}
