package vn.thongsuot;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// An official letter of a played day, from its draft to those it goes to: most are handled, some of them the same day;
/// in twelve, one is sent back to its drafter first, one turned away, one recalled, one still waits for the register
/// when the office closes, and one is signed only then.
final class DocumentStory implements DayScene.Story {

    private static final int AROUND = 12;
    private static final int LATE_BY = 10;
    private static final Pattern CODE = Pattern.compile("<span class=\"num\">([^<]+)</span></nav>");

    private enum Fate {
        HANDLED,
        REVISED,
        TURNED_AWAY,
        RECALLED,
        UNREGISTERED,
        LATE;

        static Fate of(int document) {
            return switch (document % AROUND) {
                case 1 -> REVISED;
                case 3 -> TURNED_AWAY;
                case 5 -> UNREGISTERED;
                case 7 -> RECALLED;
                case 9 -> LATE;
                default -> HANDLED;
            };
        }

        /// Whether nobody registers it before the day ends.
        boolean waits() {
            return this == UNREGISTERED || this == LATE;
        }
    }

    private final DayScene scene;
    private final DayCompany sender;
    private final List<DayCompany> receivers;
    private final DayLetter letter;
    private final Fate fate;
    private final boolean sameDay;
    private final LocalDateTime drafted;
    private final int[] pauses;

    /// The one of this place in the day.
    ///
    /// @param receivers the first meets its fate, all others handle it
    DocumentStory(DayScene scene, DayCompany sender, List<DayCompany> receivers, int place, Random random) {
        this.scene = scene;
        this.sender = sender;
        this.receivers = receivers;
        this.letter = DayLetter.of(place);
        this.fate = Fate.of(place);
        this.sameDay = place % 2 == 0;
        long half = Duration.between(scene.opens(), scene.closes()).toSeconds() / 2;
        this.drafted = scene.opens().plusSeconds(random.nextLong(Math.max(half, 1)));
        this.pauses = new int[] {
            10 + random.nextInt(30), 5 + random.nextInt(15), 5 + random.nextInt(25), 10 + random.nextInt(40)
        };
    }

    @Override
    public String where() {
        return sender.name();
    }

    @Override
    public void play() throws IOException, InterruptedException {
        LocalDateTime at = scene.until(drafted);
        String document = sender.officer().submit("/outgoing/new", "/outgoing", draft());
        scene.did(DayStep.DRAFTED);
        at = scene.until(fate == Fate.LATE ? scene.closes().plusMinutes(LATE_BY) : at.plusMinutes(pauses[0]));
        if (fate == Fate.REVISED) {
            at = revised(document, at);
        }
        sender.signer().submit(document, document + "/signature", DayVisitor.Form.of());
        scene.did(scene.late() ? DayStep.APPROVED_LATE : DayStep.APPROVED);
        scene.until(at.plusMinutes(pauses[1]));
        sender.clerk().submit(document, document + "/number", DayVisitor.Form.of());
        scene.did(DayStep.NUMBERED);
        // The form to issue it stands there as soon as it is sealed.
        sender.clerk().submit(document, document + "/issue", DayVisitor.Form.of());
        scene.did(DayStep.ISSUED);
        String code = sender.clerk().find(document, CODE, "số văn bản");
        for (DayCompany receiver : receivers) {
            received(receiver, document, code, receiver == receivers.getFirst() ? fate : Fate.HANDLED);
        }
    }

    private DayVisitor.Form draft() throws IOException {
        List<String> names = receivers.stream().map(DayCompany::name).toList();
        String signer = sender.signer().name();
        DayVisitor.Form form = DayVisitor.Form.of(
                        "type", "OFFICIAL_LETTER", "subject", letter.subject(), "urgency", letter.urgency())
                .choose("signer", signer + " –")
                .scan(
                        "file",
                        "cong-van.pdf",
                        DayPaper.letter(
                                sender.name(), names, letter, scene.opens().getYear(), signer))
                .with("submit", "true");
        receivers.forEach(receiver -> form.with("receiver", receiver.agency()));
        return form;
    }

    private LocalDateTime revised(String document, LocalDateTime from) throws IOException, InterruptedException {
        sender.signer()
                .submit(
                        document,
                        document + "/sending-back",
                        DayVisitor.Form.of("reason", "Bổ sung thời hạn phối hợp và đầu mối liên hệ"));
        scene.did(DayStep.SENT_BACK);
        scene.until(from.plusMinutes(pauses[2]));
        sender.officer().submit(document + "/edit", document, draft());
        scene.did(DayStep.REVISED);
        return scene.until(from.plusMinutes(pauses[2] + pauses[0]));
    }

    private void received(DayCompany receiver, String document, String code, Fate met)
            throws IOException, InterruptedException {
        String arrived = receiver.clerk()
                .find(
                        "/incoming?q=" + URLEncoder.encode(code, StandardCharsets.UTF_8),
                        Pattern.compile(">" + Pattern.quote(code)
                                + "</span> <a class=\"ts-title\" href=\"([^\"]+)\">(?:(?!</tr>).)*?<td>"
                                + Pattern.quote(sender.name()) + "</td>"),
                        "văn bản " + code + " của " + sender.name());
        if (met.waits()) {
            scene.until(scene.closes().plusMinutes(2L * LATE_BY));
            receiver.clerk().find(arrived, form(arrived + "/registration"), "nút vào sổ");
            scene.did(DayStep.UNREGISTERED);
            return;
        }
        LocalDateTime at = scene.until(scene.now().plusMinutes(pauses[2]));
        if (met == Fate.TURNED_AWAY) {
            receiver.clerk()
                    .submit(
                            arrived,
                            arrived + "/refusal",
                            DayVisitor.Form.of("reason", "Văn bản gửi nhầm, không thuộc thẩm quyền của cơ quan"));
            scene.did(DayStep.TURNED_AWAY);
            return;
        }
        receiver.clerk().submit(arrived, arrived + "/registration", DayVisitor.Form.of());
        scene.did(DayStep.REGISTERED);
        if (met == Fate.RECALLED) {
            recalled(receiver, document, arrived, at);
        } else {
            handled(receiver, arrived, at);
        }
    }

    private void recalled(DayCompany receiver, String document, String arrived, LocalDateTime from)
            throws IOException, InterruptedException {
        scene.until(from.plusMinutes(pauses[1]));
        sender.clerk()
                .submit(
                        document,
                        document + "/recall",
                        DayVisitor.Form.of("reason", "Viện dẫn sai căn cứ, sẽ phát hành văn bản thay thế"));
        scene.did(DayStep.RECALLED);
        receiver.clerk().submit(arrived, arrived + "/giving-back", DayVisitor.Form.of());
        scene.did(DayStep.GIVEN_BACK);
    }

    private void handled(DayCompany receiver, String arrived, LocalDateTime from)
            throws IOException, InterruptedException {
        LocalDateTime at = scene.until(from.plusMinutes(pauses[1]));
        receiver.signer()
                .submit(
                        arrived,
                        arrived + "/assignment",
                        DayVisitor.Form.of("direction", letter.direction())
                                .choose("officer", receiver.officer().name() + ","));
        scene.did(DayStep.ASSIGNED);
        at = scene.until(at.plusMinutes(pauses[2]));
        receiver.officer().submit(arrived, arrived + "/start", DayVisitor.Form.of());
        scene.did(DayStep.STARTED);
        if (sameDay) {
            scene.until(at.plusMinutes(pauses[3]));
            receiver.officer().submit(arrived, arrived + "/finish", DayVisitor.Form.of());
            scene.did(DayStep.FINISHED);
        }
    }

    private static Pattern form(String action) {
        return Pattern.compile("<form[^>]* action=\"" + Pattern.quote(action) + "\"");
    }
}
