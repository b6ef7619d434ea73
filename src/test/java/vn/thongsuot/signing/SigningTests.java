package vn.thongsuot.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thongsuot.Proves;
import vn.thongsuot.organization.DemonstrationOfficer;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Uuids;
import vn.thongsuot.signing.SignaturePlace.Corner;

/// Signed documents before strangers' programs: poppler's `pdfsig` and OpenSSL.
@SpringBootTest(properties = "thongsuot.demonstration=true")
@Proves("S1.4")
class SigningTests {

    private static final SignaturePlace LAST = new SignaturePlace(0, Corner.BOTTOM_RIGHT);

    @Autowired
    Signing signing;

    @Autowired
    SoftwareTokens tokens;

    @Autowired
    Directory directory;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void pdfsigAcceptsASignature() {
        byte[] pdf = Pdfs.document(2, 0);

        SignedPdf signed = signing.sign(pdf, LAST, by(DemonstrationOfficer.CLERK));

        byte[] after = signed.content().bytes();
        assertThat(Arrays.copyOf(after, pdf.length))
                .as("what was there is unchanged")
                .isEqualTo(pdf);
        assertThat(Pdfs.pdfsig(folder, after))
                .contains("Signer Certificate Common Name: Trần Thị Mỹ Hạnh")
                .contains("Signing Hash Algorithm: SHA-256")
                .contains("Signature Type: ETSI.CAdES.detached")
                .contains("Total document signed")
                .contains("Signature Validation: Signature is Valid.");
    }

    /// EN 319 142-1: signing-certificate-v2 is signed, signing-time is not among the signed attributes.
    @Test
    void isPadesBaselineB() throws IOException, CMSException {
        byte[] pdf = signing.sign(Pdfs.document(1, 0), LAST, by(DemonstrationOfficer.CLERK))
                .content()
                .bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = document.getSignatureDictionaries().getFirst();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getSignDate().toInstant())
                    .isBetween(clock.instant().minusSeconds(300), clock.instant());
            CMSSignedData cms = new CMSSignedData(new ByteArrayInputStream(signature.getContents(pdf)));
            AttributeTable signed = cms.getSignerInfos().iterator().next().getSignedAttributes();
            assertThat(signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                    .isNotNull();
            assertThat(signed.get(CMSAttributes.signingTime)).isNull();
            assertThat(cms.getCertificates().getMatches(null)).hasSize(2);
        }
    }

    @Test
    void opensslVerifiesItAgainstTheAuthorityAlone() throws IOException {
        byte[] pdf = signing.sign(Pdfs.document(1, 0), LAST, by(DemonstrationOfficer.VICE_CHAIRMAN))
                .content()
                .bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = document.getSignatureDictionaries().getFirst();
            Path content = Pdfs.write(folder, "content", signature.getSignedContent(pdf));
            Path cms = Pdfs.write(folder, "signature.der", signature.getContents(pdf));
            Path root = Pdfs.write(
                    folder,
                    "root.pem",
                    ("-----BEGIN CERTIFICATE-----\n"
                                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                            .encodeToString(Certificates.encoded(tokens.authority()))
                                    + "\n-----END CERTIFICATE-----\n")
                            .getBytes(StandardCharsets.US_ASCII));
            List<String> verify = List.of(
                    "openssl",
                    "cms",
                    "-verify",
                    "-binary",
                    "-inform",
                    "DER",
                    "-in",
                    cms.toString(),
                    "-content",
                    content.toString(),
                    "-CAfile",
                    root.toString(),
                    "-purpose",
                    "any",
                    "-out",
                    "/dev/null");
            assertThat(Pdfs.run(0, verify)).containsIgnoringCase("verification successful");
            byte[] other = signature.getSignedContent(pdf);
            other[100] ^= 1;
            Pdfs.write(folder, "content", other);
            assertThat(Pdfs.run(4, verify)).containsIgnoringCase("verification failure");
        }
    }

    @Test
    void aSecondSignatureLeavesTheFirstValid() {
        byte[] once = signing.sign(Pdfs.document(1, 0), LAST, by(DemonstrationOfficer.CLERK))
                .content()
                .bytes();
        byte[] twice = signing.sign(once, LAST, by(DemonstrationOfficer.VICE_CHAIRMAN))
                .content()
                .bytes();

        assertThat(Arrays.copyOf(twice, once.length)).isEqualTo(once);
        String said = Pdfs.pdfsig(folder, twice);
        assertThat(said).contains("Trần Thị Mỹ Hạnh").contains("Đặng Quốc Tường");
        assertThat(said.split("Signature is Valid\\.", -1)).hasSize(3);
    }

    @Test
    void aChangedByteIsFound() {
        byte[] pdf = signing.sign(Pdfs.document(1, 0), LAST, by(DemonstrationOfficer.CLERK))
                .content()
                .bytes();
        int at = new String(pdf, StandardCharsets.ISO_8859_1).indexOf("/MediaBox") + 12;
        pdf[at] = (byte) (pdf[at] == '1' ? '2' : '1');
        assertThat(Pdfs.pdfsig(folder, pdf))
                .doesNotContain("Signature is Valid.")
                .contains("Digest Mismatch");
    }

    /// Shown where a reader sees the corner, however the page is stored; two in one corner stand beside each other.
    @ParameterizedTest
    @CsvSource({
        "0, BOTTOM_RIGHT",
        "90, BOTTOM_RIGHT",
        "180, TOP_LEFT",
        "270, BOTTOM_LEFT",
        "0, TOP_RIGHT",
        "90, TOP_LEFT"
    })
    void isShownInTheCornerAsThePageIsRead(int rotation, Corner corner) throws IOException {
        SignaturePlace place = new SignaturePlace(1, corner);
        byte[] pdf = signing.sign(Pdfs.document(1, rotation), place, by(DemonstrationOfficer.CLERK))
                .content()
                .bytes();
        int[] once = blue(pdf, corner);
        assertThat(once[0]).as("blue where it should be").isGreaterThan(500);
        assertThat(once[1]).as("blue elsewhere").isZero();
        byte[] again = signing.sign(pdf, place, by(DemonstrationOfficer.VICE_CHAIRMAN))
                .content()
                .bytes();
        assertThat(blue(again, corner)[0]).isGreaterThan(once[0] * 3 / 2);
    }

    /// Pixels of the signature's blue in the quarter of `corner`, and in the other three.
    private static int[] blue(byte[] pdf, Corner corner) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 72);
            int[] found = new int[2];
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int rgb = image.getRGB(x, y);
                    boolean blue = (rgb & 0xFF) - ((rgb >> 16) & 0xFF) > 60;
                    boolean inside =
                            (x > image.getWidth() / 2) == corner.right() && (y < image.getHeight() / 2) == corner.top();
                    if (blue) {
                        found[inside ? 0 : 1]++;
                    }
                }
            }
            return found;
        }
    }

    @Test
    void aFullCornerIsRefused() {
        byte[] pdf = Pdfs.document(1, 0);
        SignaturePlace place = new SignaturePlace(1, Corner.TOP_LEFT);
        int signatures = 0;
        Refusal refusal = null;
        while (refusal == null && signatures < 30) {
            try {
                pdf = signing.sign(pdf, place, by(DemonstrationOfficer.CLERK))
                        .content()
                        .bytes();
                signatures++;
            } catch (Refusal full) {
                refusal = full;
            }
        }
        assertThat(signatures).isBetween(6, 20);
        assertThat(refusal).isNotNull().extracting(Refusal::problem).isEqualTo(SigningProblem.NO_ROOM);
    }

    @Test
    void refusesWhatCannotBeSigned() throws IOException {
        byte[] good = Pdfs.document(1, 0);
        refused("Tờ trình".getBytes(StandardCharsets.UTF_8), LAST, SigningProblem.NOT_A_PDF);
        refused(new byte[0], LAST, SigningProblem.NOT_A_PDF);
        refused("%PDF-1.7\nnothing follows".getBytes(StandardCharsets.US_ASCII), LAST, SigningProblem.PDF_BROKEN);
        refused(good, new SignaturePlace(2, Corner.TOP_LEFT), SigningProblem.PAGE_ABSENT);
        refused(encrypted(good, "", "chủ"), LAST, SigningProblem.PDF_ENCRYPTED);
        refused(encrypted(good, "mật khẩu", "chủ"), LAST, SigningProblem.PDF_ENCRYPTED);
        refused(certified(good), LAST, SigningProblem.PDF_LOCKED);
        assertThatThrownBy(() -> signing.sign(good, LAST, new Actor.Job("test")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.NO_OFFICER));
    }

    /// Who stands in for somebody acts under a post that is not theirs: no certificate joins the two.
    @Test
    void nobodySignsWhileStandingIn() {
        Actor.Officer own = (Actor.Officer) by(DemonstrationOfficer.CLERK);
        Actor lent =
                new Actor.Officer(own.account(), own.officer(), own.post(), own.agency(), Uuids.next(clock.instant()));
        assertThatThrownBy(() -> signing.sign(Pdfs.document(1, 0), LAST, lent))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.STANDING_IN));
    }

    /// Eight windows of one officer who never signed before: one certificate, one entry of it in the log.
    @Test
    void oneOfficerGetsOneCertificateHoweverManySignAtOnce() throws Exception {
        Actor by = by(DemonstrationOfficer.AUDITOR);
        Callable<String> sign =
                () -> signing.sign(Pdfs.document(1, 0), LAST, by).serial();
        try (var together = Executors.newFixedThreadPool(8)) {
            List<Future<String>> serials = together.invokeAll(List.of(sign, sign, sign, sign, sign, sign, sign, sign));
            String first = serials.getFirst().get();
            for (Future<String> serial : serials) {
                assertThat(serial.get()).isEqualTo(first);
            }
            assertThat(count(
                            "select count(*) from audit.entry where event = 'signing.CertificateIssued'"
                                    + " and thing_id in (select id::text from signing.certificate where serial = ?)",
                            first))
                    .isEqualTo(1);
        }
    }

    @Test
    void theLogHoldsTheDigestsAndTheDatabaseNoKey() {
        SignedPdf signed = signing.sign(Pdfs.document(1, 0), LAST, by(DemonstrationOfficer.CLERK));
        assertThat(count(
                        "select count(*) from audit.entry where event = 'signing.DocumentSigned' and thing_id = ?"
                                + " and body like '%' || ? || '%'",
                        signed.id().toString(), signed.digest()))
                .isEqualTo(1);
        for (byte[] key : jdbc.sql("select key from signing.certificate union all select key from signing.authority")
                .query((row, _) -> row.getBytes(1))
                .list()) {
            assertThatThrownBy(() -> Certificates.key(key)).isInstanceOf(IllegalStateException.class);
        }
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private void refused(byte[] pdf, SignaturePlace place, SigningProblem problem) {
        assertThatThrownBy(() -> signing.sign(pdf, place, by(DemonstrationOfficer.CLERK)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static byte[] encrypted(byte[] pdf, String user, String owner) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
            return saved(document);
        }
    }

    /// As an author certifies a document that may not be changed any more.
    private static byte[] certified(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDictionary parameters = new COSDictionary();
            parameters.setInt(COSName.P, 1);
            COSDictionary reference = new COSDictionary();
            reference.setItem(COSName.getPDFName("TransformMethod"), COSName.DOCMDP);
            reference.setItem(COSName.getPDFName("TransformParams"), parameters);
            COSArray references = new COSArray();
            references.add(reference);
            COSDictionary signature = new COSDictionary();
            signature.setItem(COSName.getPDFName("Reference"), references);
            COSDictionary permissions = new COSDictionary();
            permissions.setItem(COSName.DOCMDP, signature);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Perms"), permissions);
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private Actor by(DemonstrationOfficer who) {
        var holding = directory.holdings(who.id()).getFirst();
        var post = directory.post(holding.post()).orElseThrow();
        return new Actor.Officer(new AccountId(Uuids.next(clock.instant())), who.id(), post.id(), post.agency(), null);
    }
}
