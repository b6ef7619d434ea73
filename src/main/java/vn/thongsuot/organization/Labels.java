package vn.thongsuot.organization;

import org.springframework.stereotype.Component;
import vn.thongsuot.shared.Folded;
import vn.thongsuot.shared.Words;

/// The words for levels and kinds of posts in files: Vietnamese, as on the pages; read without marks and case, or by
/// their English constant.
@Component
class Labels {

    private final Words words;

    Labels(Words words) {
        this.words = words;
    }

    String of(AgencyLevel level) {
        return word("organization.level.", level);
    }

    String of(PostKind kind) {
        return word("organization.post-kind.", kind);
    }

    AgencyLevel level(SheetRow row, String column) {
        return read(row, column, "organization.level.", AgencyLevel.class);
    }

    PostKind kind(SheetRow row, String column) {
        return read(row, column, "organization.post-kind.", PostKind.class);
    }

    private <E extends Enum<E>> E read(SheetRow row, String column, String prefix, Class<E> type) {
        String text = row.text(column);
        String asked = Folded.of(text).plain();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)
                    || Folded.of(word(prefix, constant)).plain().equals(asked)) {
                return constant;
            }
        }
        throw text.isEmpty()
                ? OrganizationProblem.CELL_EMPTY.because(column)
                : OrganizationProblem.CELL_UNKNOWN.because(column, text);
    }

    private String word(String prefix, Enum<?> constant) {
        return words.of(Words.VIETNAMESE, Words.key(prefix, constant));
    }
}
