package vn.thongsuot.organization;

import java.util.List;
import java.util.SplittableRandom;

/// **Tên người minh họa.** Plausible names of people who do not exist: Kinh, Khmer and Hoa surnames as frequent as they
/// are along the Hậu
/// river.
public final class PersonNames {

    private static final List<String> KINH = List.of(
            "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Huỳnh", "Huỳnh", "Võ", "Đặng",
            "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Phan", "Trương", "Lý", "Đoàn", "Cao", "Mai", "Tô", "Lưu", "Châu", "Từ",
            "Quách");
    private static final List<String> KHMER = List.of("Thạch", "Kim", "Sơn", "Lâm", "Kiên", "Danh", "Trầm");
    private static final List<String> KHMER_GIVEN_MEN = List.of(
            "Sa Rích", "Sô Phia", "Ra Đi", "Sà Rương", "Thi Na", "Rết", "Sa Vinh", "Hoàng Na", "Thanh Sang", "Sô Thia");
    private static final List<String> KHMER_GIVEN_WOMEN = List.of(
            "Thị Sa Ly",
            "Thị Sô Phi",
            "Thị Ra Ny",
            "Thị Chanh Thu",
            "Thị Sà Vươn",
            "Thị Na Ri",
            "Thị Hồng Sa",
            "Thị Bô Pha");
    private static final List<String> MIDDLE_MEN = List.of(
            "Văn", "Văn", "Hữu", "Minh", "Quốc", "Thanh", "Hoàng", "Công", "Đức", "Trung", "Tấn", "Phước", "Gia",
            "Nhật");
    private static final List<String> GIVEN_MEN = List.of(
            "An", "Bình", "Cường", "Dũng", "Duy", "Đạt", "Giang", "Hải", "Hậu", "Hiếu", "Hùng", "Huy", "Khánh", "Khoa",
            "Kiệt", "Lâm", "Lộc", "Long", "Lợi", "Mẫn", "Nam", "Nghĩa", "Nhân", "Phát", "Phong", "Phú", "Phúc", "Quang",
            "Sang", "Sơn", "Tài", "Tâm", "Thái", "Thắng", "Thiện", "Thịnh", "Tín", "Toàn", "Trí", "Triều", "Trọng",
            "Tuấn", "Vinh", "Vũ");
    private static final List<String> MIDDLE_WOMEN = List.of(
            "Thị",
            "Thị",
            "Thị",
            "Thị Mỹ",
            "Thị Ngọc",
            "Thị Kim",
            "Thị Bích",
            "Thị Thanh",
            "Thị Hồng",
            "Ngọc",
            "Thùy",
            "Thị Cẩm");
    private static final List<String> GIVEN_WOMEN = List.of(
            "Anh", "Châu", "Chi", "Diễm", "Dung", "Duyên", "Giàu", "Hà", "Hạnh", "Hiền", "Hoa", "Hương", "Huyền",
            "Khuyên", "Lan", "Liên", "Linh", "Loan", "Ly", "Mai", "My", "Nga", "Ngân", "Nguyệt", "Nhi", "Như", "Nhung",
            "Oanh", "Phượng", "Quyên", "Quỳnh", "Tâm", "Thảo", "Thơ", "Thu", "Thúy", "Tiên", "Trang", "Trâm", "Trinh",
            "Tuyền", "Tuyết", "Vân", "Vy", "Xuân", "Yến");

    private final SplittableRandom random;

    public PersonNames(SplittableRandom random) {
        this.random = random;
    }

    public String next() {
        boolean woman = random.nextInt(100) < 48;
        if (random.nextInt(100) < 22) {
            return pick(KHMER) + " " + pick(woman ? KHMER_GIVEN_WOMEN : KHMER_GIVEN_MEN);
        }
        return pick(KINH) + " "
                + (woman ? pick(MIDDLE_WOMEN) + " " + pick(GIVEN_WOMEN) : pick(MIDDLE_MEN) + " " + pick(GIVEN_MEN));
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
