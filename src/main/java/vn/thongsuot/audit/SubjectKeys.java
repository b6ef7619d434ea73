package vn.thongsuot.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Signals;

/// **Khóa theo người.** One key per person whose data the log keeps. Destroying it makes that data unreadable for
/// ever, on every node and in every export, while the log still verifies: entries hold commitments only.
@Component
public class SubjectKeys {

    static final String TOPIC = "audit.subject-keys";
    static final int SALT = 32;
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int REMEMBERED = 20_000;

    private final JdbcClient jdbc;
    private final SecretKey master;
    private final ApplicationEventPublisher events;
    private final InstantSource realTime;
    private final BusinessClock clock;
    private final Signals signals;
    private final SecureRandom random = new SecureRandom();
    /// Grows whenever keys are forgotten: what was read before is not remembered afterwards.
    private final AtomicLong forgotten = new AtomicLong();
    private final Map<String, Key> remembered = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Key> eldest) {
            return size() > REMEMBERED;
        }
    });

    SubjectKeys(
            JdbcClient jdbc,
            KeyFiles files,
            ApplicationEventPublisher events,
            InstantSource realTime,
            BusinessClock clock,
            Signals signals) {
        this.jdbc = jdbc;
        this.master = files.master();
        this.events = events;
        this.realTime = realTime;
        this.clock = clock;
        this.signals = signals;
        signals.on(TOPIC, this::forget);
    }

    private void forget() {
        synchronized (remembered) {
            forgotten.incrementAndGet();
            remembered.clear();
        }
    }

    /// @param person SHA-256(salt ‖ subject): stands for the person as actor in every entry
    record Key(SecretKey key, byte[] person) {}

    /// Destroys the key of `subject`. Leaves an entry of its own.
    @Transactional
    public void destroy(String subject, Actor by) {
        int destroyed = jdbc.sql("""
                        update audit.subject_key set wrapped = null, person = null, destroyed_at = :now
                         where subject = :subject and wrapped is not null
                        """)
                .param("now", Timestamp.from(realTime.instant()))
                .param("subject", subject)
                .update();
        if (destroyed == 0) {
            throw row(subject).isPresent()
                    ? AuditProblem.SUBJECT_ERASED.because()
                    : AuditProblem.SUBJECT_ABSENT.because();
        }
        events.publishEvent(new AuditEvent.SubjectErased(subject, 1, by, clock.instant()));
        remembered.remove(subject);
        afterCommit(this::forget);
        signals.announce(TOPIC);
    }

    /// How many persons' data was erased.
    public long erased() {
        return jdbc.sql("select count(*) from audit.subject_key where wrapped is null")
                .query(Long.class)
                .single();
    }

    /// The key of `subject`, made where there is none; nothing where it was destroyed.
    Optional<Key> of(String subject) {
        Key known = remembered.get(subject);
        if (known != null) {
            return Optional.of(known);
        }
        long before = forgotten.get();
        Optional<Row> row = row(subject).or(() -> {
            insert(subject);
            return row(subject);
        });
        Optional<Key> key =
                row.flatMap(found -> Optional.ofNullable(found.wrapped())).map(wrapped -> unwrap(subject, wrapped));
        // Only what is committed is remembered: a key made by a transaction that rolls back never was.
        key.ifPresent(found -> afterCommit(() -> remember(subject, found, before)));
        return key;
    }

    private void remember(String subject, Key key, long before) {
        synchronized (remembered) {
            if (forgotten.get() == before) {
                remembered.put(subject, key);
            }
        }
    }

    /// The commitment that stands for `subject` as actor; nothing where there is none or it was destroyed.
    Optional<byte[]> person(String subject) {
        return jdbc.sql("select person from audit.subject_key where subject = :subject and person is not null")
                .param("subject", subject)
                .query((row, _) -> row.getBytes("person"))
                .optional();
    }

    /// Whom `persons`' commitments stand for, by the commitment in hexadecimal, as far as their keys exist.
    Map<String, String> subjects(Collection<byte[]> persons) {
        return jdbc
                .sql(
                        "select encode(person, 'hex') as person, subject from audit.subject_key where person = any(:persons)")
                .param("persons", persons.toArray(byte[][]::new))
                .query((row, _) -> Map.entry(row.getString("person"), row.getString("subject")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void afterCommit(Runnable action) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    action.run();
                }
            });
        }
    }

    private record Row(byte @Nullable [] wrapped) {}

    private Optional<Row> row(String subject) {
        return jdbc.sql("select wrapped from audit.subject_key where subject = :subject")
                .param("subject", subject)
                .query((found, _) -> new Row(found.getBytes("wrapped")))
                .optional();
    }

    /// Waits for another transaction that makes the same key, and then leaves it to that one.
    private void insert(String subject) {
        byte[] secret = new byte[KEY + SALT];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into audit.subject_key (subject, wrapped, person, created_at)
                        values (:subject, :wrapped, :person, :now)
                        on conflict (subject) do nothing
                        """)
                .param("subject", subject)
                .param("wrapped", encrypt(master, secret, subject.getBytes(StandardCharsets.UTF_8)))
                .param("person", person(subject, secret))
                .param("now", Timestamp.from(realTime.instant()))
                .update();
    }

    private Key unwrap(String subject, byte[] wrapped) {
        try {
            byte[] secret = decrypt(master, wrapped, subject.getBytes(StandardCharsets.UTF_8));
            return new Key(new SecretKeySpec(secret, 0, KEY, "AES"), person(subject, secret));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(
                    "Personal data of the log cannot be decrypted: the keys folder belongs to another database", wrong);
        }
    }

    private static byte[] person(String subject, byte[] secret) {
        return Sha256.of(Arrays.copyOfRange(secret, KEY, KEY + SALT), subject.getBytes(StandardCharsets.UTF_8));
    }

    byte[] salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    /// Encrypts salt and value for one component of one entry, and no other.
    byte[] seal(Key key, UUID entry, String component, byte[] salt, byte[] value) {
        byte[] plain =
                ByteBuffer.allocate(SALT + value.length).put(salt).put(value).array();
        return encrypt(key.key(), plain, place(entry, component));
    }

    /// Salt and value of one component of one entry; nothing where `sealed` is not what was put there.
    Optional<byte[]> open(Key key, UUID entry, String component, byte[] sealed) {
        try {
            return Optional.of(decrypt(key.key(), sealed, place(entry, component)));
        } catch (GeneralSecurityException altered) {
            return Optional.empty();
        }
    }

    /// The key of `subject` as the database has it now, so that no node opens what was just erased.
    Optional<Key> known(String subject) {
        return row(subject)
                .flatMap(found -> Optional.ofNullable(found.wrapped()))
                .map(wrapped -> unwrap(subject, wrapped));
    }

    private static byte[] place(UUID entry, String component) {
        byte[] name = component.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(16 + name.length)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .put(name)
                .array();
    }

    private byte[] encrypt(SecretKey key, byte[] plain, byte[] place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            byte[] hidden = cipher.doFinal(plain);
            return ByteBuffer.allocate(NONCE + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decrypt(SecretKey key, byte[] hidden, byte[] place) throws GeneralSecurityException {
        if (hidden.length < NONCE) {
            throw new GeneralSecurityException("shorter than a nonce");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, hidden, 0, NONCE));
        cipher.updateAAD(place);
        return cipher.doFinal(hidden, NONCE, hidden.length - NONCE);
    }
}
