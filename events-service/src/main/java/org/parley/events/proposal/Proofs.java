package org.parley.events.proposal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.receipt.ReceiptView;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/** Shows the receipts of states as they stand in their articles' current versions. */
final class Proofs {

    private static final TypeReference<List<Proof>> PROOFS = new TypeReference<>() {};

    /** Words of an article version, and the row of evidence they are kept with. */
    record Proof(UUID evidenceId, UUID articleId, int articleVersion, Receipt receipt) {}

    private final Map<UUID, Placements> placements = new HashMap<>();

    private Proofs() {}

    static List<Proof> read(String json) {
        return json == null ? List.of() : Json.read(json, PROOFS);
    }

    /** Ready to show these, with one query for all of them. */
    static Proofs of(Handle handle, Stream<List<Proof>> all) {
        Collection<UUID> owners = all.flatMap(List::stream)
                .map(Proof::evidenceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Proofs proofs = new Proofs();
        if (!owners.isEmpty()) {
            handle.createQuery("""
                            select e.id, e.article_id, e.article_version, c.read_version, p.spans
                            from proposal_evidence e join article c on c.id = e.article_id
                            left join placement p on p.owner_id = e.id and p.article_version = c.read_version
                            where e.id = any(cast(string_to_array(:ids, ',') as uuid[]))""")
                    .bind("ids", Rows.list(owners))
                    .map((row, context) -> proofs.placements.put(
                            Rows.uuid(row, "id"),
                            Placements.of(
                                    Rows.uuid(row, "article_id"),
                                    row.getInt("article_version"),
                                    row.getInt("read_version"),
                                    row.getString("spans"))))
                    .list();
        }
        return proofs;
    }

    List<ReceiptView> show(List<Proof> proofs) {
        List<ReceiptView> views = new ArrayList<>();
        proofs.forEach(proof -> views.add(placements.get(proof.evidenceId()).show(proof.receipt())));
        return views;
    }
}
