package vn.thongsuot.dossier;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thongsuot.files.PdfPress;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.organization.OfficerView;
import vn.thongsuot.procedure.ProcedureParts.Handling;
import vn.thongsuot.procedure.ProcedureVersion;
import vn.thongsuot.procedure.Procedures;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Words;
import vn.thongsuot.signing.SignaturePlace;
import vn.thongsuot.signing.Signing;

/// Makes the forms of TT 01/2018/TT-VPCP as PDF/A, signed by the officer who gives them (art. 10) where there is a
/// means
/// of signing and the officer acts under a post of their own; else there is room to sign by hand. A receipt says only
/// what was just handed in and is signed without asking again who the officer is: a counter gives hundreds a day.
/// Requests and refusals hold words of the officer's own: their pages ask.
@Component
class DossierForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' uuuu");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd 'tháng' MM 'năm' uuuu");
    private static final SignaturePlace PLACE = new SignaturePlace(0, SignaturePlace.Corner.BOTTOM_RIGHT);
    private static final String TEMPLATE = "dossier/form.jte";

    private final PdfPress press;
    private final Words words;
    private final Directory directory;
    private final Procedures procedures;
    private final Signing signing;

    DossierForms(PdfPress press, Words words, Directory directory, Procedures procedures, Signing signing) {
        this.press = press;
        this.words = words;
        this.directory = directory;
        this.procedures = procedures;
        this.signing = signing;
    }

    /// A form, ready to be kept.
    ///
    /// @param pdf PDF/A-2b
    record Issued(String name, byte[] pdf) {}

    /// Form 01, *Giấy tiếp nhận hồ sơ và hẹn trả kết quả*: what came, and when the result is there.
    Issued receipt(DossierView dossier, List<DossierView.Component> components, Actor.Officer by) {
        List<IssuedForm.Line> lines = applicant(dossier);
        lines.add(line("procedure", procedure(dossier)));
        lines.add(line("sets", sets(dossier)));
        lines.add(line("limit", dossier.limit().text(words, Words.VIETNAMESE)));
        lines.add(line("received", moment(dossier.received())));
        lines.add(line("due", moment(dossier.due())));
        return issue("receipt", dossier, lines, components, text("receipt.closing"), dossier.received(), by);
    }

    /// Form 02, *Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ*: everything that is missing, and why.
    Issued supplement(
            DossierView dossier, List<DossierView.Component> asked, String reason, Instant at, Actor.Officer by) {
        List<IssuedForm.Line> lines = applicant(dossier);
        lines.add(line("procedure", procedure(dossier)));
        lines.add(line("reason", reason));
        return issue("supplement", dossier, lines, asked, text("supplement.closing"), at, by);
    }

    /// Form 03, *Phiếu từ chối tiếp nhận, giải quyết hồ sơ*: that it cannot be granted, and why.
    Issued refusal(DossierView dossier, String reason, Instant at, Actor.Officer by) {
        List<IssuedForm.Line> lines = applicant(dossier);
        lines.add(line("procedure", procedure(dossier)));
        lines.add(line("received", moment(dossier.received())));
        lines.add(line("reason", reason));
        return issue("refusal", dossier, lines, List.of(), null, at, by);
    }

    private Issued issue(
            String form,
            DossierView dossier,
            List<IssuedForm.Line> lines,
            List<DossierView.Component> components,
            @Nullable String closing,
            Instant at,
            Actor.Officer by) {
        boolean signed = signing.available() && by.delegated().isEmpty();
        String title = text(form);
        IssuedForm content = new IssuedForm(
                words.of(Words.VIETNAMESE, "dossier.form." + form + ".number", OneStopLaw.at(at).circular),
                title,
                directory.agency(dossier.agency()).map(AgencyView::name).orElse(""),
                OneStopLaw.at(at).office,
                dossier.code(),
                DAY.format(at.atZone(BusinessClock.ZONE)),
                lines,
                components.stream()
                        .map(component -> new IssuedForm.Paper(
                                component.name(),
                                text(component.handling() == Handling.PRESENTED ? "presented" : "submitted")))
                        .toList(),
                closing,
                form.equals("receipt") ? text("taker") : null,
                text(form + ".signer"),
                signed
                        ? null
                        : directory.officer(by.officer()).map(OfficerView::name).orElse(""));
        byte[] pdf = press.print(TEMPLATE, content);
        return new Issued(
                title + " " + dossier.code() + ".pdf",
                signed ? signing.sign(pdf, PLACE, by).content().bytes() : pdf);
    }

    private List<IssuedForm.Line> applicant(DossierView dossier) {
        Applicant applicant = dossier.applicant();
        List<IssuedForm.Line> lines = new ArrayList<>();
        lines.add(line("applicant", applicant.name()));
        lines.add(line("number", applicant.number()));
        if (applicant.address() != null) {
            lines.add(line("address", applicant.address()));
        }
        if (applicant.phone() != null) {
            lines.add(line("phone", applicant.phone()));
        }
        return lines;
    }

    private String procedure(DossierView dossier) {
        return procedures
                .find(dossier.procedure())
                .map(ProcedureVersion::name)
                .orElse(dossier.procedure().value());
    }

    private String sets(DossierView dossier) {
        return procedures
                .find(dossier.procedure())
                .map(ProcedureVersion::parts)
                .map(parts -> Integer.toString(parts.sets()))
                .orElse("1");
    }

    private IssuedForm.Line line(String label, String value) {
        return new IssuedForm.Line(text("label." + label), value);
    }

    private String text(String key) {
        return words.of(Words.VIETNAMESE, "dossier.form." + key);
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(BusinessClock.ZONE));
    }
}
