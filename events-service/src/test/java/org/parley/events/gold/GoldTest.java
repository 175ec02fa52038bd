package org.parley.events.gold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.events.EventsTest;
import org.parley.events.sources.Newsroom;

/** The figures of what only this service makes, over annotated negotiations that are kept outside of the project. */
@EventsTest
@EnabledIfSystemProperty(named = "parley.eval.dir", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldTest {

    private static final Logger LOG = Logger.getLogger(GoldTest.class);

    @Inject
    Jdbi jdbi;

    private final List<Dossier> dossiers = new ArrayList<>();

    @BeforeAll
    void read_the_dossiers() {
        Path folder = Path.of(System.getProperty("parley.eval.dir"), "dossiers");
        for (String name : List.of("A", "B")) {
            dossiers.add(Dossier.read(folder.resolve(name), jdbi));
        }
    }

    @Test
    void reports_of_one_utterance_are_grouped_and_others_are_not() {
        int right = 0;
        int grouped = 0;
        int pairs = 0;
        for (Dossier dossier : dossiers) {
            Map<String, String> gold = new HashMap<>();
            dossier.gold
                    .get("utterances")
                    .forEach(utterance -> utterance
                            .get("statements")
                            .forEach(statement -> gold.put(
                                    statement.asText(), utterance.get("id").asText())));
            Map<UUID, UUID> ours = utterances();
            List<String> found = new ArrayList<>(dossier.statements.keySet());
            for (int i = 0; i < found.size(); i++) {
                for (int j = 0; j < i; j++) {
                    String one = found.get(i);
                    String other = found.get(j);
                    boolean same = gold.get(one).equals(gold.get(other));
                    UUID mine = ours.getOrDefault(dossier.statements.get(one), dossier.statements.get(one));
                    UUID theirs = ours.getOrDefault(dossier.statements.get(other), dossier.statements.get(other));
                    pairs += same ? 1 : 0;
                    grouped += mine.equals(theirs) ? 1 : 0;
                    right += same && mine.equals(theirs) ? 1 : 0;
                    if (same != mine.equals(theirs)) {
                        LOG.infof(
                                "%s %s %s %s (%s)", dossier.name, same ? "missed" : "wrong", one, other, gold.get(one));
                    }
                }
            }
        }
        LOG.infof("utterance pairs: %d of %d right, %d in the gold", right, grouped, pairs);
        assertThat((double) right / grouped).isGreaterThanOrEqualTo(0.95);
        assertThat((double) right / pairs).isGreaterThanOrEqualTo(0.6);
    }

    @Test
    void conflicts_are_those_a_reader_finds() {
        int right = 0;
        int all = 0;
        for (Dossier dossier : dossiers) {
            Set<Object> articles = new HashSet<>();
            dossier.printed
                    .values()
                    .forEach(printed -> articles.add(printed.id().toString()));
            for (Map<String, Object> conflict : conflicts()) {
                List<Map<String, Object>> sides = (List<Map<String, Object>>) conflict.get("sides");
                Set<String> ours = new HashSet<>();
                boolean here = false;
                for (Map<String, Object> side : sides) {
                    for (Map<String, Object> receipt : (List<Map<String, Object>>) side.get("receipts")) {
                        here |= articles.contains(receipt.get("articleId"));
                        ours.addAll(dossier.toldBy(receipt));
                    }
                    ((List<String>) side.get("statementIds"))
                            .forEach(id -> ours.addAll(dossier.found.getOrDefault(UUID.fromString(id), List.of())));
                }
                if (!here) {
                    continue;
                }
                String kind = ((String) conflict.get("kind")).replace("_", "").toLowerCase(Locale.ROOT);
                boolean known = false;
                for (JsonNode gold : dossier.gold.get("conflicts")) {
                    long members = 0;
                    for (JsonNode member : gold.get("members")) {
                        members += ours.contains(member.asText()) ? 1 : 0;
                    }
                    boolean correction = gold.hasNonNull("resolvedBy")
                            && conflict.get("resolution").equals("RESOLVED_BY_CORRECTION");
                    known |= gold.get("field").asText().toLowerCase(Locale.ROOT).equals(kind)
                            && (members >= 2 || (correction && (members > 0 || ours.isEmpty())));
                }
                all++;
                right += known ? 1 : 0;
                LOG.infof(
                        "%s %s %s %s %s",
                        dossier.name,
                        known ? "right" : "wrong",
                        conflict.get("resolution"),
                        ours,
                        conflict.get("explanation"));
            }
        }
        LOG.infof("conflicts: %d of %d right", right, all);
        assertThat((double) right / all).isGreaterThanOrEqualTo(0.7);
    }

    private static List<Map<String, Object>> conflicts() {
        return Newsroom.events("read")
                .body(Map.of("first", 100))
                .post("/v1/conflicts/query")
                .jsonPath()
                .getList("items.node");
    }

    @Test
    void copies_are_never_a_second_origin() {
        Set<String> tooMany = new HashSet<>();
        for (Dossier dossier : dossiers) {
            for (JsonNode utterance : dossier.gold.get("utterances")) {
                Set<UUID> statements = new HashSet<>();
                utterance.get("statements").forEach(id -> {
                    if (dossier.statements.containsKey(id.asText())) {
                        statements.add(dossier.statements.get(id.asText()));
                    }
                });
                for (UUID statement : statements) {
                    int origins = origins(statement);
                    if (origins > utterance.get("independentOriginCount").asInt()) {
                        tooMany.add(dossier.name + " " + utterance.get("id").asText());
                    }
                }
            }
        }
        LOG.infof("utterances with too many origins: %s", tooMany);
        assertThat(tooMany).isEmpty();
    }

    private Map<UUID, UUID> utterances() {
        Map<UUID, UUID> utterances = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select statement_id, utterance_id from utterance_member where superseded_at is null")
                .map((row, context) -> utterances.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list());
        return utterances;
    }

    private int origins(UUID statement) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select s.origin_count from utterance_member m join utterance_state s on s.utterance_id = m.utterance_id
                        where m.statement_id = ? and m.superseded_at is null and s.superseded_at is null""")
                .bind(0, statement)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }
}
