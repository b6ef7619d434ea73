package vn.thongsuot.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import vn.thongsuot.shared.BusinessClock;

/// Adds one signature to documents, as an update after the bytes that are there.
final class PdfSignature {

    /// Room for the certificates and the signature, in bytes.
    private static final int ROOM = 8 * 1024;

    /// A header may stand a little later than at the first byte: PDF 32000-1 Annex H.
    private static final int HEADER_WITHIN = 1_024;

    private static final COSName CADES = COSName.getPDFName("ETSI.CAdES.detached");
    private static final COSName TRANSFORM_PARAMETERS = COSName.getPDFName("TransformParams");
    private static final int NO_CHANGES = 1;

    private final String name;
    private final String location;
    private final SoftwareToken token;
    private final Instant at;

    PdfSignature(String name, String location, SoftwareToken token, Instant at) {
        this.name = name;
        this.location = location;
        this.token = token;
        this.at = at;
    }

    /// What a signature looks like on a page, counted from 0, that shows `earlier` ones: see {@link Drawing#field}.
    @FunctionalInterface
    interface Appearance {

        byte[] on(PDDocument document, int page, List<PDRectangle> earlier) throws IOException;
    }

    /// @param page counted from 1; 0 for the last page
    byte[] on(byte[] pdf, int page, Appearance appearance) {
        needHeader(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.isEncrypted()) {
                throw SigningProblem.PDF_ENCRYPTED.because();
            }
            if (locked(document)) {
                throw SigningProblem.PDF_LOCKED.because();
            }
            return signed(document, page(document, page), appearance);
        } catch (InvalidPasswordException encrypted) {
            throw SigningProblem.PDF_ENCRYPTED.because();
        } catch (IOException broken) {
            throw SigningProblem.PDF_BROKEN.because();
        }
    }

    private byte[] signed(PDDocument document, int page, Appearance appearance) throws IOException {
        try (SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(ROOM);
            options.setPage(page);
            options.setVisualSignature(
                    new ByteArrayInputStream(appearance.on(document, page, earlier(document, page))));
            document.addSignature(signature(), options);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            var external = document.saveIncrementalForExternalSigning(out);
            external.setSignature(CmsSignature.of(token, external.getContent()));
            return out.toByteArray();
        }
    }

    private PDSignature signature() {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(CADES);
        signature.setName(name);
        signature.setLocation(location);
        Calendar time = GregorianCalendar.from(at.atZone(BusinessClock.ZONE));
        signature.setSignDate(time);
        return signature;
    }

    private static int page(PDDocument document, int wanted) {
        int pages = document.getNumberOfPages();
        int page = wanted == 0 ? pages : wanted;
        if (page < 1 || page > pages) {
            throw SigningProblem.PAGE_ABSENT.because(pages);
        }
        return page - 1;
    }

    /// The boxes of signatures that are shown on the page already.
    private static List<PDRectangle> earlier(PDDocument document, int page) throws IOException {
        PDPage shown = document.getPage(page);
        List<PDRectangle> boxes = new ArrayList<>();
        for (var annotation : shown.getAnnotations()) {
            boolean signature = COSName.SIG.equals(annotation.getCOSObject().getDictionaryObject(COSName.FT));
            var box = annotation.getRectangle();
            if (signature && box != null && box.getWidth() > 0) {
                boxes.add(box);
            }
        }
        return boxes;
    }

    /// Whether the author certified the document and lets nothing be added (DocMDP, P 1).
    private static boolean locked(PDDocument document) {
        COSDictionary permissions =
                document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("Perms"));
        COSDictionary certified = permissions == null ? null : permissions.getCOSDictionary(COSName.DOCMDP);
        COSArray references = certified == null ? null : certified.getCOSArray(COSName.getPDFName("Reference"));
        if (references == null) {
            return false;
        }
        for (int i = 0; i < references.size(); i++) {
            if (references.getObject(i) instanceof COSDictionary reference
                    && reference.getDictionaryObject(TRANSFORM_PARAMETERS) instanceof COSDictionary parameters
                    && parameters.getInt(COSName.P, 2) == NO_CHANGES) {
                return true;
            }
        }
        return false;
    }

    private static void needHeader(byte[] pdf) {
        String start = new String(pdf, 0, Math.min(pdf.length, HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        if (!start.contains("%PDF-")) {
            throw SigningProblem.NOT_A_PDF.because();
        }
    }
}
