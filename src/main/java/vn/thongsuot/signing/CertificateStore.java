package vn.thongsuot.signing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AgencyId;
import vn.thongsuot.shared.OfficerId;

/// Keeps the demonstration's certificates and sealed keys.
@Component
class CertificateStore {

    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param certificate in DER
    /// @param key PKCS#8, sealed
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record AuthorityRow(byte[] certificate, byte[] key) {}

    /// @param certificate in DER
    /// @param key PKCS#8, sealed under the id
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(UUID id, byte[] certificate, byte[] key) {}

    Optional<AuthorityRow> authority() {
        return jdbc.sql("select certificate, key from signing.authority")
                .query((row, _) -> new AuthorityRow(row.getBytes("certificate"), row.getBytes("key")))
                .optional();
    }

    /// Keeps the first authority for good.
    void found(AuthorityRow authority) {
        jdbc.sql("insert into signing.authority (certificate, key) values (:certificate, :key) on conflict do nothing")
                .param("certificate", authority.certificate())
                .param("key", authority.key())
                .update();
    }

    Optional<Row> find(OfficerId officer, String subject) {
        return jdbc.sql(
                        "select id, certificate, key from signing.certificate where officer = :officer and subject = :subject")
                .param("officer", officer.value())
                .param("subject", subject)
                .query((row, _) ->
                        new Row(row.getObject("id", UUID.class), row.getBytes("certificate"), row.getBytes("key")))
                .optional();
    }

    Optional<Row> find(AgencyId agency, String subject) {
        return jdbc.sql(
                        "select id, certificate, key from signing.certificate where agency = :agency and subject = :subject")
                .param("agency", agency.value())
                .param("subject", subject)
                .query((row, _) ->
                        new Row(row.getObject("id", UUID.class), row.getBytes("certificate"), row.getBytes("key")))
                .optional();
    }

    Optional<String> serial(UUID id) {
        return jdbc.sql("select serial from signing.certificate where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /// Whether the officer had none under this subject.
    boolean add(Row row, OfficerId officer, String subject, String serial, Instant from, Instant to) {
        return jdbc.sql("""
                        insert into signing.certificate (id, officer, serial, certificate, key, valid_from, valid_to, subject)
                        values (:id, :officer, :serial, :certificate, :key, :from, :to, :subject)
                        on conflict (officer, subject) do nothing
                        """)
                        .param("id", row.id())
                        .param("officer", officer.value())
                        .param("serial", serial)
                        .param("certificate", row.certificate())
                        .param("key", row.key())
                        .param("from", Timestamp.from(from))
                        .param("to", Timestamp.from(to))
                        .param("subject", subject)
                        .update()
                > 0;
    }

    /// Whether the agency had none under this name.
    boolean add(Row row, AgencyId agency, String subject, String serial, Instant from, Instant to) {
        return jdbc.sql("""
                        insert into signing.certificate (id, agency, serial, certificate, key, valid_from, valid_to, subject)
                        values (:id, :agency, :serial, :certificate, :key, :from, :to, :subject)
                        on conflict (agency, subject) do nothing
                        """)
                        .param("id", row.id())
                        .param("agency", agency.value())
                        .param("serial", serial)
                        .param("certificate", row.certificate())
                        .param("key", row.key())
                        .param("from", Timestamp.from(from))
                        .param("to", Timestamp.from(to))
                        .param("subject", subject)
                        .update()
                > 0;
    }
}
