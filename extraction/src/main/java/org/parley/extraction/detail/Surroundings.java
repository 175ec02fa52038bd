package org.parley.extraction.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.extraction.Basis;
import org.parley.extraction.Detail;
import org.parley.extraction.Span;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;
import org.parley.extraction.text.Region;

/** Place and occasion of a saying: what hangs on its verb by a preposition. */
final class Surroundings {

    private static final Set<String> PLACE_PREPOSITIONS =
            Set.of("in", "at", "from", "outside", "before", "near", "aboard");
    /** Of these a place follows only behind a journey: "during a visit to Osterby". */
    private static final Set<String> JOURNEY_PREPOSITIONS = Set.of("during", "on", "after");

    private static final Set<String> JOURNEYS = Set.of("visit", "trip", "stop", "tour", "stay");
    private static final Set<String> SETTLEMENTS =
            Set.of("town", "city", "capital", "village", "port", "resort", "island");
    private static final Set<String> OCCASION_PREPOSITIONS =
            Set.of("at", "during", "after", "following", "before", "on", "in", "amid");
    private static final Pattern OCCASION = Pattern.compile(
            "\\b(?:summit|visit|meeting|talks|conference|ceremony|rally|trip|forum|session|hearing|event|handover|dinner|anniversary|reception|debate|round|tour|gathering|negotiations)\\b");
    private static final Pattern DATELINE_PLACE = Pattern.compile("^\\p{Lu}[\\p{L}'\u2019 -]*\\p{L}");

    private final Article article;

    Surroundings(Article article) {
        this.article = article;
    }

    /** "told reporters in Osterby", "said before parliament in Elm", "in this lakeside town"; what is said is passed over. */
    Detail place(Word verb, List<Span> content) {
        for (Word word : near(verb)) {
            boolean journey = JOURNEY_PREPOSITIONS.contains(word.lower());
            Word object = word.kid("pobj");
            if ((!journey && !PLACE_PREPOSITIONS.contains(word.lower()))
                    || object == null
                    || isWithin(object, content)) {
                continue;
            }
            if (journey && !JOURNEYS.contains(object.lemma())) {
                continue;
            }
            Word named = placeIn(object);
            if (named != null) {
                Span span = new Span(
                        named.entity().first().start(), named.entity().last().end());
                return detail(span, Basis.EXPLICIT);
            }
            if (SETTLEMENTS.contains(object.lemma())
                    && object.kids("det").stream().anyMatch(d -> d.lower().equals("this"))) {
                return dateline();
            }
        }
        return null;
    }

    /** The town of the dateline, which "in this town" means; or null. */
    private Detail dateline() {
        for (Region region : article.regions()) {
            if (region.kind() == Region.Kind.DATELINE) {
                var place = DATELINE_PLACE.matcher(article.text().substring(region.start(), region.end()));
                if (place.find()) {
                    return detail(new Span(region.start(), region.start() + place.end()), Basis.INHERITED);
                }
            }
        }
        return null;
    }

    /** "at the summit", "during a meeting with donors": outside what is said. */
    Detail occasion(Word verb, List<Span> content, List<Span> outside) {
        for (Word word : near(verb)) {
            Word object = word.kid("pobj");
            if (object == null || !OCCASION_PREPOSITIONS.contains(word.lower()) || isWithin(object, content)) {
                continue;
            }
            if (OCCASION.matcher(object.lower()).find()) {
                Span span = Clauses.span(object.subtree());
                if (outside.stream().anyMatch(o -> o.contains(span))) {
                    return detail(span, Basis.EXPLICIT);
                }
            }
        }
        return null;
    }

    private Detail detail(Span span, Basis basis) {
        return new Detail(article.text(span).replaceAll("\\s+", " "), span, basis);
    }

    static boolean isWithin(Word word, List<Span> content) {
        return content.stream().anyMatch(c -> c.contains(word.start()));
    }

    /** Whether circumstances can hang on this statement's cue at all. */
    static boolean hasVerb(Attribution statement) {
        return statement.verb() != null && statement.verb().isVerb();
    }

    private static Word placeIn(Word object) {
        if (isPlace(object)) {
            return object;
        }
        for (Word kid : object.kids()) {
            if (Set.of("in", "of", "at", "to").contains(kid.lower())) {
                Word below = kid.kid("pobj");
                if (below != null && isPlace(below)) {
                    return below;
                }
            }
        }
        return null;
    }

    private static boolean isPlace(Word word) {
        return word.is(EntityType.GPE) || word.is(EntityType.LOC) || word.is(EntityType.FAC);
    }

    /** Prepositions of the saying: its own, those of its objects and of a participle beside it ("speaking in Elm"). */
    private static List<Word> near(Word verb) {
        List<Word> found = new ArrayList<>();
        for (Word kid : verb.kids()) {
            if (kid.hasRelation("prep")) {
                found.add(kid);
                Word object = kid.kid("pobj");
                if (object != null) {
                    found.addAll(object.kids("prep"));
                }
            } else if (kid.hasRelation("dobj", "advcl", "dative") && !Clauses.isSubject(kid)) {
                found.addAll(kid.kids("prep"));
            }
        }
        return found;
    }
}
