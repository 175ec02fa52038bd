package org.parley.events.question;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.parley.kit.problem.ErrorCode;
import org.parley.kit.problem.ProblemException;
import org.parley.kit.repeat.IfMatch;

/** Stored questions. Each caller has its own; administrators see all. */
@ApplicationScoped
public class Questions {

    private static final int MOST = 1_000;

    private final Jdbi jdbi;
    private final Clock clock;

    Questions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Transactional
    Question store(String owner, QuestionAsked asked) {
        QuestionAsked wanted = asked.checked();
        if (of(owner).size() >= MOST) {
            throw new ProblemException(ErrorCode.LIMIT_EXCEEDED, "You have " + MOST + " questions: delete one.");
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into saved_question (id, owner, name, types, proposals, actors, outlets, origins, created_at)
                        values (:id, :owner, :name, cast(:types as text[]), cast(:proposals as uuid[]),
                            cast(:actors as uuid[]), cast(:outlets as uuid[]), :origins, :now)""")
                .bind("id", id)
                .bind("owner", owner)
                .bind("name", wanted.name())
                .bindArray("types", String.class, wanted.types())
                .bindArray("proposals", String.class, texts(wanted.proposal()))
                .bindArray("actors", String.class, texts(wanted.actor()))
                .bindArray("outlets", String.class, texts(wanted.outlet()))
                .bindByType("origins", wanted.origins(), Integer.class)
                .bind("now", clock.instant())
                .execute());
        return get(owner, id);
    }

    /** @param owner null for everybody's */
    List<Question> of(String owner) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from saved_question where cast(:owner as text) is null or owner = :owner
                        order by created_at desc, id""")
                .bind("owner", owner)
                .map((row, context) -> question(row))
                .list());
    }

    /**
     * One of them.
     *
     * @param owner whose it has to be; null for anybody's
     * @throws ProblemException NOT_FOUND if there is none
     */
    public Question get(String owner, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from saved_question where id = :id and (cast(:owner as text) is null or owner = :owner)""")
                        .bind("id", id)
                        .bind("owner", owner)
                        .map((row, context) -> question(row))
                        .findOne())
                .orElseThrow(() -> ProblemException.notFound("There is no question with this id."));
    }

    @Transactional
    void delete(String owner, UUID id, String ifMatch) {
        get(owner, id);
        IfMatch.expect(ifMatch, Question.VERSION);
        jdbi.useHandle(handle -> handle.execute("delete from saved_question where id = ?", id));
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static Question question(ResultSet row) throws SQLException {
        return new Question(
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.of((String[]) row.getArray("types").getArray()),
                ids(row.getArray("proposals")),
                ids(row.getArray("actors")),
                ids(row.getArray("outlets")),
                row.getObject("origins", Integer.class),
                row.getTimestamp("created_at").toInstant());
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
