package org.parley.extraction.detail;

import java.util.Set;
import org.parley.extraction.Basis;
import org.parley.extraction.Detail;
import org.parley.extraction.Span;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/** Whom a saying tells, assures, orders; never the press at large, which is a channel. */
final class Addressees {

    private static final Set<String> TELLING = Set.of("tell", "assure", "inform", "remind", "brief", "notify");
    private static final Set<String> ORDERING =
            Set.of("order", "instruct", "ask", "urge", "tell", "direct", "advise", "beg", "command", "press");
    private static final Set<String> AUDIENCE =
            Set.of("reporter", "journalist", "media", "press", "conference", "briefing", "correspondent", "interview");

    private final Article article;

    Addressees(Article article) {
        this.article = article;
    }

    Detail of(Attribution statement) {
        Word hearer = hearer(statement);
        if (hearer == null
                || hearer.isPronoun()
                || AUDIENCE.contains(hearer.lemma())
                || (Surroundings.isWithin(hearer, statement.content())
                        && !statement.rule().equals("infinitive"))) {
            return null;
        }
        Span span = Clauses.nounPhrase(hearer);
        for (Span content : statement.content()) {
            if (content.overlaps(span)) {
                return null;
            }
        }
        return new Detail(article.text(span).replaceAll("\\s+", " "), span, Basis.EXPLICIT);
    }

    private static Word hearer(Attribution statement) {
        Word verb = statement.verb();
        if (statement.hearer() != null || verb == null || !verb.isVerb()) {
            return statement.hearer();
        }
        if (TELLING.contains(verb.lemma())) {
            return verb.kid("dobj", "dative");
        }
        if (ORDERING.contains(verb.lemma()) && !statement.content().isEmpty()) {
            Word told = verb.kid("dobj", "dative");
            return told != null ? told : subjectOfOrder(verb);
        }
        Word to = null;
        for (Word kid : verb.kids("prep", "dative")) {
            Word object = kid.kid("pobj");
            if (kid.lower().equals("to")
                    && object != null
                    && (object.is(EntityType.ORG) || object.is(EntityType.PERSON))
                    && !Surroundings.isWithin(object, statement.content())) {
                to = object;
            }
        }
        return to;
    }

    /** "ordered his envoy to travel": where the tree makes the envoy the subject of the travelling. */
    private static Word subjectOfOrder(Word verb) {
        for (Word kid : verb.kids("xcomp", "ccomp")) {
            Word subject = Clauses.ownSubject(kid);
            if (subject != null && Clauses.isInfinitive(kid)) {
                return subject;
            }
        }
        return null;
    }
}
