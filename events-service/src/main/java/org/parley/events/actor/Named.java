package org.parley.events.actor;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.parley.events.table.Json;
import org.parley.events.table.Rows;

/** Whom an article means by a name. */
public final class Named {

    private Named() {}

    /**
     * For each of these words the one actor that goes by them: known everywhere, or in this article. Words that name nobody, or more
     * than one, are left out.
     */
    public static Map<String, UUID> in(Handle handle, UUID article, Collection<String> words) {
        Map<String, Set<String>> norms = new LinkedHashMap<>();
        words.forEach(each -> norms.computeIfAbsent(
                        Names.normalised(each.replaceFirst("^[Tt]he ", "")), none -> new HashSet<>())
                .add(each));
        Map<String, Set<UUID>> found = new HashMap<>();
        handle.createQuery("""
                        select distinct n.norm, current_id(a.id, null) as id from actor_alias n join actor a on a.id = n.actor_id
                        where n.norm in (select jsonb_array_elements_text(cast(:norms as jsonb)))
                            and (a.article_id = :article or a.article_id is null and (a.name = n.alias
                                or exists (select from reading_speaker s join reading r on r.id = s.reading_id
                                    where s.actor_id = a.id and r.article_id = :article)))""")
                .bind("norms", Json.write(norms.keySet()))
                .bind("article", article)
                .map((row, context) -> found.computeIfAbsent(row.getString("norm"), none -> new HashSet<>())
                        .add(Rows.uuid(row, "id")))
                .list();
        Map<String, UUID> named = new HashMap<>();
        found.forEach((norm, ids) -> {
            if (ids.size() == 1) {
                norms.get(norm).forEach(each -> named.put(each, ids.iterator().next()));
            }
        });
        return named;
    }
}
