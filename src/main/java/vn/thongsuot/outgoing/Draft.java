package vn.thongsuot.outgoing;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import vn.thongsuot.exchange.Urgency;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;

/// **Dự thảo.** What a drafter says of a document, checked when it is said.
///
/// @param subject trích yếu, at most 500 characters (Decree 30/2020/NĐ-CP, annex VI)
/// @param notation what follows the number's stroke: Latin letters and digits in groups, `UBND-VX`
/// @param signer who is to sign; holds a leading post of the agency
public record Draft(
        AgencyId agency,
        DocumentType type,
        String notation,
        String subject,
        Urgency urgency,
        OfficerId signer,
        List<AgencyId> receivers) {

    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_NOTATION = 30;
    private static final Pattern NOTATION = Pattern.compile("[\\p{IsLatin}0-9&.]+(-[\\p{IsLatin}0-9&.]+)*");

    public Draft {
        subject = Normalizer.normalize(subject, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Cc}]+", " ")
                .strip();
        if (subject.isEmpty()) {
            throw OutgoingProblem.SUBJECT_MISSING.because().at("subject");
        }
        if (subject.length() > LONGEST_SUBJECT) {
            throw OutgoingProblem.TEXT_TOO_LONG.because(LONGEST_SUBJECT).at("subject");
        }
        notation = Normalizer.normalize(notation, Normalizer.Form.NFC).strip();
        if (notation.length() > LONGEST_NOTATION || !NOTATION.matcher(notation).matches()) {
            throw OutgoingProblem.NOTATION_INVALID.because().at("notation");
        }
        receivers = receivers.stream().distinct().toList();
        if (receivers.isEmpty()) {
            throw OutgoingProblem.RECEIVER_MISSING.because().at("receivers");
        }
    }
}
