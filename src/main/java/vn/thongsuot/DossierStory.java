package vn.thongsuot;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A dossier of a played day, from the counter to its result: most in time, one in eight signed late, one in twelve
/// with a paper missing, one in twenty refused.
final class DossierStory implements DayScene.Story {

    /// Nothing is handed in later before the office closes: what is due the same day still can be.
    private static final Duration LAST = Duration.ofMinutes(150);

    private static final int LATE_BY = 10;
    private static final String[] NAMES = {
        "Nguyễn Thị Lan",
        "Trần Văn Bình",
        "Lê Thị Hồng",
        "Thạch Sa Rết",
        "Kim Thị Sóc Kha",
        "Sơn Ngọc Minh",
        "Phạm Văn Đức",
        "Huỳnh Thị Kim Thoa",
        "Lâm Thị Phượng",
        "Võ Hoàng Nam"
    };

    private enum Fate {
        IN_TIME,
        LATE,
        PAPERS_ASKED,
        REFUSED;

        static Fate of(int dossier) {
            if (dossier % 8 == 3) {
                return LATE;
            }
            if (dossier % 12 == 5) {
                return PAPERS_ASKED;
            }
            return dossier % 20 == 13 ? REFUSED : IN_TIME;
        }
    }

    private final DayScene scene;
    private final DayCompany company;
    private final DayControl.Procedure procedure;
    private final Fate fate;
    private final LocalDateTime arrival;
    private final int[] pauses;
    private final String person;
    private final String number;

    /// The one of this place in the day.
    DossierStory(DayScene scene, DayCompany company, DayControl.Procedure procedure, int place, Random random) {
        this.scene = scene;
        this.company = company;
        this.procedure = procedure;
        Fate told = Fate.of(place);
        this.fate = told == Fate.PAPERS_ASKED && procedure.handed().isEmpty() ? Fate.IN_TIME : told;
        long open = Duration.between(scene.opens(), scene.closes()).minus(LAST).toSeconds();
        this.arrival = scene.opens().plusSeconds(random.nextLong(Math.max(open, 1)));
        this.pauses = new int[] {10 + random.nextInt(30), 10 + random.nextInt(40), 5 + random.nextInt(30)};
        this.person = NAMES[random.nextInt(NAMES.length)];
        this.number = "084" + String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000));
    }

    @Override
    public String where() {
        return company.name();
    }

    @Override
    public void play() throws IOException, InterruptedException {
        LocalDateTime at = scene.until(arrival);
        String dossier = company.counter().submit("/dossiers/new?procedure=" + procedure.code(), "/dossiers", filled());
        scene.did(DayStep.RECEIVED);
        at = scene.until(at.plusMinutes(pauses[0]));
        company.officer().submit(dossier, dossier + "/taking", DayVisitor.Form.of());
        scene.did(DayStep.TAKEN);
        if (fate == Fate.REFUSED) {
            company.officer()
                    .submit(
                            dossier,
                            dossier + "/refusal",
                            DayVisitor.Form.of("reason", "Thông tin đề nghị không có trong sổ lưu của cơ quan"));
            scene.did(DayStep.REFUSED);
            return;
        }
        // Once it is due, nobody may ask for papers any more.
        if (fate == Fate.PAPERS_ASKED && !scene.late()) {
            at = completed(dossier, at);
        }
        at = scene.until(at.plusMinutes(pauses[1]));
        company.officer()
                .submit(dossier, dossier + "/results", DayVisitor.Form.of().scan("file", "ket-qua.pdf", result()));
        scene.did(DayStep.PROPOSED);
        scene.until(fate == Fate.LATE ? scene.closes().plusMinutes(LATE_BY) : at.plusMinutes(pauses[2]));
        company.signer().submit(dossier, dossier + "/signature", DayVisitor.Form.of());
        scene.did(scene.late() ? DayStep.SIGNED_LATE : DayStep.SIGNED);
        company.counter().submit(dossier, dossier + "/handing-over", DayVisitor.Form.of());
        scene.did(DayStep.RETURNED);
    }

    private DayVisitor.Form filled() throws IOException {
        DayVisitor.Form form = DayVisitor.Form.of("procedure", procedure.code(), "name", person, "number", number);
        for (DayControl.Paper paper : procedure.handed()) {
            form.scan("scan." + paper.code(), "quet.pdf", scan(paper.name()));
        }
        procedure.shown().forEach(paper -> form.with("seen." + paper.code(), "true"));
        return form;
    }

    /// Asks for the first paper anew and gets it.
    private LocalDateTime completed(String dossier, LocalDateTime from) throws IOException, InterruptedException {
        DayControl.Paper paper = procedure.handed().getFirst();
        company.officer()
                .submit(
                        dossier,
                        dossier + "/supplement-request",
                        DayVisitor.Form.of("papers", paper.code(), "reason", "Giấy tờ thiếu chữ ký của người yêu cầu"));
        scene.did(DayStep.PAPERS_ASKED);
        LocalDateTime at = scene.until(from.plusMinutes(pauses[1]));
        company.counter()
                .submit(
                        dossier,
                        dossier + "/supplement",
                        DayVisitor.Form.of().scan("scan." + paper.code(), "quet-lai.pdf", scan(paper.name())));
        scene.did(DayStep.PAPERS_RECEIVED);
        return at;
    }

    private byte[] scan(String paper) throws IOException {
        return DayPaper.sheet(
                paper,
                List.of(
                        "Kính gửi: " + company.name(),
                        "Họ và tên: " + person,
                        "Số định danh cá nhân: " + number,
                        "Tôi cam đoan những nội dung khai trên đây là đúng sự thật."));
    }

    private byte[] result() throws IOException {
        return DayPaper.sheet(
                "Kết quả giải quyết thủ tục hành chính",
                List.of(
                        "Thủ tục: " + procedure.name(),
                        "Cấp cho ông (bà): " + person,
                        "Số định danh cá nhân: " + number,
                        "Cơ quan cấp: " + company.name()));
    }
}
