package vn.thongsuot.organization;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.PostId;
import vn.thongsuot.shared.SharedProblem;

/// Officers and the posts they hold, in the database.
@Component
class OfficerStore {

    private final JdbcClient jdbc;

    OfficerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record HoldingRow(
            UUID id,
            OfficerId officer,
            PostId post,
            LocalDate from,
            @Nullable LocalDate to) {}

    /// Enters somebody by `form`, or by none; false where that form was sent before, and waits for it to be done.
    boolean enter(OfficerId id, String name, @Nullable UUID form) {
        return jdbc.sql("""
                        insert into organization.officer (id, version, full_name, form)
                        values (:id, 1, :name, cast(:form as uuid)) on conflict (form) do nothing
                        """)
                        .param("id", id.value())
                        .param("name", name)
                        .param("form", form)
                        .update()
                == 1;
    }

    /// Who was entered by `form` under `name`; refused where the form was sent for somebody else.
    OfficerId entered(@Nullable UUID form, String name) {
        return jdbc.sql("select id from organization.officer where form = cast(:form as uuid) and full_name = :name")
                .param("form", form)
                .param("name", name)
                .query((row, _) -> new OfficerId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(SharedProblem.CHANGED_MEANWHILE::because);
    }

    void place(UUID holding, OfficerId officer, PostId post, boolean main, Period period) {
        if (main) {
            jdbc.sql("update organization.holding set main = false where officer = :officer and main")
                    .param("officer", officer.value())
                    .update();
        }
        try {
            jdbc.sql("""
                            insert into organization.holding (id, officer, post, main, valid_from, valid_to)
                            values (:id, :officer, :post, :main, :from, :to)
                            """)
                    .param("id", holding)
                    .param("officer", officer.value())
                    .param("post", post.value())
                    .param("main", main)
                    .param("from", period.from())
                    .param("to", period.to())
                    .update();
        } catch (DataIntegrityViolationException refused) {
            throw reason(refused);
        }
    }

    /// The main post that `officer` holds on `day` or will hold after it.
    Optional<PostId> mainPost(OfficerId officer, LocalDate day) {
        return jdbc.sql("""
                        select post from organization.holding
                         where officer = :officer and main and (valid_to is null or valid_to >= :day)
                         limit 1
                        """)
                .param("officer", officer.value())
                .param("day", day)
                .query((row, _) -> new PostId(row.getObject("post", UUID.class)))
                .optional();
    }

    private static RuntimeException reason(DataIntegrityViolationException refused) {
        String message = String.valueOf(refused.getMessage());
        if (message.contains("held_once_at_a_time")) {
            return OrganizationProblem.POST_ALREADY_HELD.because();
        }
        return message.contains("holding_officer_fkey") ? OrganizationProblem.OFFICER_ABSENT.because() : refused;
    }

    HoldingRow holding(UUID id) {
        return jdbc.sql(
                        "select officer, post, valid_from, valid_to from organization.holding where id = :id for update")
                .param("id", id)
                .query((row, _) -> new HoldingRow(
                        id,
                        new OfficerId(row.getObject("officer", UUID.class)),
                        new PostId(row.getObject("post", UUID.class)),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .optional()
                .orElseThrow(OrganizationProblem.HOLDING_ABSENT::because);
    }

    /// Ends the holding after `lastDay`; one that would end before it began never was.
    void leave(HoldingRow holding, LocalDate lastDay) {
        if (lastDay.isBefore(holding.from())) {
            jdbc.sql("delete from organization.holding where id = :id")
                    .param("id", holding.id())
                    .update();
        } else {
            jdbc.sql("update organization.holding set valid_to = :day where id = :id")
                    .param("day", lastDay)
                    .param("id", holding.id())
                    .update();
        }
    }

    /// The officer's next version, where it is still at `seen`.
    long next(OfficerId officer, long seen) {
        return jdbc.sql("""
                        update organization.officer set version = version + 1
                         where id = :id and version = :seen returning version
                        """)
                .param("id", officer.value())
                .param("seen", seen)
                .query(Long.class)
                .optional()
                .orElseThrow(SharedProblem.CHANGED_MEANWHILE::because);
    }
}
