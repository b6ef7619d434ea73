package vn.thongsuot.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// A key kept by the server, and the certificates from the signer's to the authority's.
record SoftwareToken(PrivateKey key, List<X509Certificate> chain) {

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /// Hexadecimal, at least two digits.
    String serial() {
        return Certificates.serial(certificate());
    }
}
