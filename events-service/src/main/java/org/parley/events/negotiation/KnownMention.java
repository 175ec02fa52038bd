package org.parley.events.negotiation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Rows;
import org.parley.extraction.Basis;

/**
 * A stored mention and what it has meant so far.
 *
 * @param last whether the extractor that read this article version last has found it: only these have a meaning from now on
 * @param was what it meant, or null where nothing was resolved yet
 */
record KnownMention(UUID id, Meant meant, String words, int start, boolean last, Meaning was) {

    /**
     * What a mention means.
     *
     * @param ownId the proposal as resolved
     * @param proposalId that, or what people have merged it into
     */
    record Meaning(UUID ownId, UUID proposalId, UUID versionId, Basis basis) {}

    static List<KnownMention> of(Handle handle, Collection<UUID> articles) {
        return handle.createQuery("""
                        select m.id, m.article_id, m.article_version, m.group_no, m.proposal_no, m.receipt ->> 'exact' as words, m.start_at,
                            g.own_id, g.proposal_id, g.version_id, g.basis, m.extractor = (
                                select coalesce(e.found_by, e.extractor) from extraction e
                                where e.article_id = m.article_id and e.article_version = m.article_version
                                order by e.known_at desc limit 1) as last
                        from mention m left join lateral (
                            select g.* from meaning g where g.mention_id = m.id and g.superseded_at is null limit 1) g on true
                        where m.article_id = any(cast(string_to_array(:ids, ',') as uuid[]))
                        order by m.known_at, m.start_at, m.id""")
                .bind("ids", Rows.list(articles))
                .map((row, context) -> new KnownMention(
                        Rows.uuid(row, "id"),
                        new Meant(Rows.uuid(row, "article_id"), row.getInt("article_version"), row.getInt("group_no")),
                        row.getString("words"),
                        row.getInt("start_at"),
                        row.getBoolean("last"),
                        Rows.uuid(row, "own_id") == null
                                ? null
                                : new Meaning(
                                        Rows.uuid(row, "own_id"),
                                        Rows.uuid(row, "proposal_id"),
                                        Rows.uuid(row, "version_id"),
                                        Rows.name(row, "basis", Basis.class))))
                .filter(mention -> mention.last() || mention.was() != null)
                .list();
    }

    UUID ownId() {
        return was == null ? null : was.ownId();
    }

    UUID versionId() {
        return was == null ? null : was.versionId();
    }
}
