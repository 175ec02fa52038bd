package org.parley.events.extract;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.receipt.Placed;
import org.parley.events.receipt.Placements;
import org.parley.events.receipt.Receipt;
import org.parley.events.receipt.SpanMap;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/** Enters where the receipts of one version of an article stand in another. */
final class PlacementBook {

    private static final TypeReference<List<Receipt>> RECEIPTS = new TypeReference<>() {};

    private record Owner(UUID id, int version, List<Receipt> receipts) {}

    private record PlacementRow(
            UUID ownerId, UUID articleId, int articleVersion, Map<String, Placed> spans, Instant knownAt) {}

    private PlacementBook() {}

    /**
     * Places every receipt that was read from one of the versions of {@code maps}.
     *
     * @param maps to the text of {@code target}, by the version they start from
     */
    static void enter(Handle handle, UUID article, int target, Map<Integer, SpanMap> maps, Instant now) {
        if (maps.isEmpty()) {
            return;
        }
        List<PlacementRow> rows = new ArrayList<>();
        for (Owner owner : owners(handle, article, target)) {
            SpanMap map = maps.get(owner.version());
            if (map != null) {
                rows.add(new PlacementRow(owner.id(), article, target, Placements.spans(owner.receipts(), map), now));
            }
        }
        Rows.insertMissing(handle, "placement", rows);
    }

    /** Rows of the article with receipts that were not read from {@code target} itself. */
    private static List<Owner> owners(Handle handle, UUID article, int target) {
        return handle.createQuery("""
                        with row_with_receipts(id, article_version, members) as (
                            select id, article_version,
                                jsonb_build_array(receipts, cue, speaker_mention, details, stated_receipt)
                            from reading where article_id = :article
                            union all select id, article_version, jsonb_build_array(receipt)
                            from mention where article_id = :article
                            union all select id, article_version, jsonb_build_array(evidence)
                            from proposal_evidence where article_id = :article
                            union all select id, article_version, jsonb_build_array(receipts)
                            from assertion where article_id = :article
                            union all select id, article_version, jsonb_build_array(receipt)
                            from actor_role where article_id = :article)
                        select id, article_version, jsonb_path_query_array(
                            members, 'strict $.** ? (@.type() == "object" && exists(@.exact))') as receipts
                        from row_with_receipts where article_version <> :target""")
                .bind("article", article)
                .bind("target", target)
                .map((row, context) -> new Owner(
                        Rows.uuid(row, "id"),
                        row.getInt("article_version"),
                        Json.read(row.getString("receipts"), RECEIPTS)))
                .list();
    }
}
