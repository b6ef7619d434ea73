package vn.thongsuot.signing;

import java.time.Instant;
import java.util.UUID;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Thing;

/// **Sự kiện ký số.** Everything that can happen to certificates and with them.
public sealed interface SigningEvent extends Auditable {

    /// The demonstration's authority gave an officer a certificate.
    ///
    /// @param serial the certificate's number, hexadecimal
    record CertificateIssued(
            UUID certificate, long version, OfficerId officer, String serial, Instant validTo, Actor by, Instant at)
            implements SigningEvent {

        @Override
        public Thing thing() {
            return new Thing("certificate", certificate.toString());
        }
    }

    /// The demonstration's authority gave an agency the certificate of its seal.
    ///
    /// @param serial the certificate's number, hexadecimal
    record SealIssued(
            UUID certificate, long version, AgencyId agency, String serial, Instant validTo, Actor by, Instant at)
            implements SigningEvent {

        @Override
        public Thing thing() {
            return new Thing("certificate", certificate.toString());
        }
    }

    /// A document got its number, its date and the agency's seal.
    ///
    /// @param serial of the seal's certificate
    /// @param before SHA-256 of the file that was given, hexadecimal
    /// @param after SHA-256 of the sealed file
    record DocumentSealed(
            UUID signature,
            long version,
            AgencyId agency,
            String serial,
            String before,
            String after,
            Actor by,
            Instant at)
            implements SigningEvent {

        @Override
        public Thing thing() {
            return new Thing("signature", signature.toString());
        }
    }

    /// A document was signed.
    ///
    /// @param serial of the certificate
    /// @param before SHA-256 of the file that was given, hexadecimal
    /// @param after SHA-256 of the signed file
    record DocumentSigned(
            UUID signature, long version, String serial, String before, String after, Actor by, Instant at)
            implements SigningEvent {

        @Override
        public Thing thing() {
            return new Thing("signature", signature.toString());
        }
    }
}
