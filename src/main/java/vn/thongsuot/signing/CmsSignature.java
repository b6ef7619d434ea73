package vn.thongsuot.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// The signature itself: detached CMS as PAdES baseline B wants it (EN 319 142-1): signing-certificate-v2 among the
/// signed attributes, no signing-time (that stands in the document's signature dictionary).
final class CmsSignature {

    private CmsSignature() {}

    static byte[] of(SoftwareToken token, InputStream signed) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new WithoutTime(attributes(token)))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(token.key()), token.certificate()));
            generator.addCertificates(new JcaCertStore(token.chain()));
            return generator.generate(new Streamed(signed), false).getEncoded();
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static AttributeTable attributes(SoftwareToken token) throws GeneralSecurityException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(token.certificate().getEncoded());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(digest)}))));
        return new AttributeTable(attributes);
    }

    private static final class WithoutTime extends DefaultSignedAttributeTableGenerator {

        WithoutTime(AttributeTable attributes) {
            super(attributes);
        }

        @Override
        @SuppressWarnings({"rawtypes", "unchecked"}) // as the library declares it
        protected java.util.Hashtable createStandardAttributeTable(Map parameters) {
            java.util.Hashtable attributes = super.createStandardAttributeTable(parameters);
            attributes.remove(CMSAttributes.signingTime);
            return attributes;
        }
    }

    /// The document's bytes, read once while they are digested.
    private record Streamed(InputStream content) implements CMSTypedData {

        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public Object getContent() {
            return content;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            content.transferTo(out);
        }
    }
}
