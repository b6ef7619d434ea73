package vn.thongsuot.access;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.AccountId;
import vn.thongsuot.shared.Uuids;

/// Passkeys in the database, as Spring Security's WebAuthn asks for them. A user handle is the account's id: a
/// pseudonym that browsers may keep.
@Component
class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private static final String COLUMNS =
            "id, account, credential, label, public_key, signature_count, user_verified, transports, backup_eligible,"
                    + " backed_up, attestation, attestation_client_data, created_at, last_used_at";

    private final JdbcClient jdbc;
    private final AccountStore accounts;
    private final InstantSource realTime;

    PasskeyStore(JdbcClient jdbc, AccountStore accounts, InstantSource realTime) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.realTime = realTime;
    }

    static Bytes handle(AccountId account) {
        UUID id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static Optional<AccountId> account(@Nullable Bytes handle) {
        if (handle == null || handle.getBytes().length != 16) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return Optional.of(new AccountId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    List<Passkeys.PasskeyView> of(AccountId account) {
        return jdbc.sql("""
                        select id, label, created_at, last_used_at, backed_up from access.passkey
                         where account = :account order by created_at
                        """)
                .param("account", account.value())
                .query((row, _) -> new Passkeys.PasskeyView(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("last_used_at").toInstant(),
                        row.getBoolean("backed_up")))
                .list();
    }

    UUID idOf(Bytes credential) {
        return jdbc.sql("select id from access.passkey where credential = :credential")
                .param("credential", credential.getBytes())
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    boolean rename(AccountId account, UUID id, String label) {
        return jdbc.sql("update access.passkey set label = :label where id = :id and account = :account")
                        .param("label", label)
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    boolean remove(AccountId account, UUID id) {
        return jdbc.sql("delete from access.passkey where id = :id and account = :account")
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    @Override
    public void save(CredentialRecord record) {
        AccountId account = account(record.getUserEntityUserId()).orElseThrow(AccessProblem.ACCOUNT_ABSENT::because);
        jdbc.sql("insert into access.passkey (" + COLUMNS + """
                        ) values (:id, :account, :credential, :label, :key, :count, :verified, :transports, :eligible,
                                :backed, :attestation, :clientData, :created, :used)
                        on conflict (credential) do update
                           set signature_count = excluded.signature_count, user_verified = excluded.user_verified,
                               backed_up = excluded.backed_up, last_used_at = excluded.last_used_at
                        """)
                .param("id", Uuids.next(realTime.instant()))
                .param("account", account.value())
                .param("credential", record.getCredentialId().getBytes())
                .param("label", Objects.requireNonNullElse(record.getLabel(), ""))
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("verified", record.isUvInitialized())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("eligible", record.isBackupEligible())
                .param("backed", record.isBackupState())
                .param("attestation", bytes(record.getAttestationObject()))
                .param("clientData", bytes(record.getAttestationClientDataJSON()))
                .param("created", Timestamp.from(record.getCreated()))
                .param("used", Timestamp.from(record.getLastUsed()))
                .update();
    }

    @Override
    public void delete(Bytes credential) {
        jdbc.sql("delete from access.passkey where credential = :credential")
                .param("credential", credential.getBytes())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql("select " + COLUMNS + " from access.passkey where credential = :credential")
                .param("credential", credential.getBytes())
                .query(PasskeyStore::record)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return account(handle)
                .map(account -> jdbc.sql("select " + COLUMNS + " from access.passkey where account = :account")
                        .param("account", account.value())
                        .query(PasskeyStore::record)
                        .list())
                .orElse(List.of());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return account(handle).flatMap(accounts::find).map(PasskeyStore::person).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return accounts.findByName(name).map(PasskeyStore::person).orElse(null);
    }

    /// Accounts are opened elsewhere.
    @Override
    public void save(PublicKeyCredentialUserEntity person) {
        throw new UnsupportedOperationException("an account is not made by a passkey");
    }

    private static PublicKeyCredentialUserEntity person(AccountStore.Row row) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(row.view().id()))
                .name(row.view().name())
                .displayName(row.view().name())
                .build();
    }

    private static CredentialRecord record(ResultSet row, int index) throws SQLException {
        Set<AuthenticatorTransport> transports = Arrays.stream(
                        (String[]) row.getArray("transports").getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(handle(new AccountId(row.getObject("account", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .transports(transports)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(orNull(row.getBytes("attestation")))
                .attestationClientDataJSON(orNull(row.getBytes("attestation_client_data")))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("last_used_at").toInstant())
                .label(row.getString("label"))
                .build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Bytes orNull(byte @Nullable [] bytes) {
        return bytes == null ? null : new Bytes(bytes);
    }
}
