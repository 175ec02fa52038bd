package org.parley.extraction.detail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.parley.extraction.Basis;
import org.parley.extraction.Channel;
import org.parley.extraction.Detail;
import org.parley.extraction.Span;
import org.parley.extraction.StatedOn;
import org.parley.extraction.names.Outlets;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * What the article tells of somebody's speaking in a sentence that reports no saying: "Orr received the Courier in her office on Friday."
 * It holds for what that person is then reported to say. Made for one article; to be read in the order of the text.
 */
final class Scenes {

    private static final Set<String> ENCOUNTERS = Set.of(
            "speak", "talk", "receive", "meet", "sit", "give", "hold", "address", "appear", "brief", "visit", "host",
            "welcome", "deliver", "propose", "answer", "join", "arrive", "return", "echo", "open", "take", "leave",
            "emerge", "come", "walk", "stand");
    private static final Set<String> WITH = Set.of("with", "to", "by", "for", "on");

    private final Article article;
    private final SayingDates dates;
    private final Surroundings surroundings;
    private final Outlets outlets;
    private final Function<Word, String> nameOf;
    private final Map<String, Told> last = new HashMap<>();
    private int next;

    Scenes(
            Article article,
            SayingDates dates,
            Surroundings surroundings,
            Outlets outlets,
            Function<Word, String> nameOf) {
        this.article = article;
        this.dates = dates;
        this.surroundings = surroundings;
        this.outlets = outlets;
        this.nameOf = nameOf;
    }

    /** The last scene of this person that begins before the sentence of this number, or null. */
    Told before(String person, int sentence) {
        for (; next < sentence; next++) {
            read(article.sentences().get(next));
        }
        return last.get(person);
    }

    private void read(ParsedSentence sentence) {
        if (!article.regionIsProse(sentence.span().start())) {
            return;
        }
        for (Word verb : sentence.roots()) {
            Word subject = verb.isVerb() ? Clauses.ownSubject(verb) : null;
            if (subject == null || article.inQuotation(verb) || article.inQuotation(subject)) {
                continue;
            }
            Channel channel = channel(verb, sentence);
            String name = nameOf.apply(subject);
            if (name == null) {
                continue;
            }
            StatedOn date = dates.of(verb, sentence);
            Detail place = surroundings.place(verb, List.of());
            Detail outlet = outlet(verb, channel);
            if (outlet != null && channel == null) {
                channel = new Channel(Channel.Kind.INTERVIEW, outlet);
            }
            if (date.date() != null || place != null || channel != null) {
                last.put(
                        name,
                        new Told(
                                sentence.span().start(),
                                channel == null && !ENCOUNTERS.contains(verb.lemma()),
                                new Circumstances(date, place, null, channel, outlet, outlet)));
            }
        }
    }

    private Channel channel(Word verb, ParsedSentence sentence) {
        if (!Channels.mayBeIn(article.text(sentence.span()))) {
            return null;
        }
        Channel channel = Channels.in(article.text(), sentence.span());
        if (channel == null || article.inQuotation(channel.detail().span().start())) {
            return null;
        }
        int at = channel.detail().span().start();
        return sentence.words().stream()
                        .anyMatch(w -> w.start() <= at && at < w.end() + 1 && w.isBelow(verb) && !isElsewhere(w, verb))
                ? channel
                : null;
    }

    /** In another clause than the verb's own. */
    private static boolean isElsewhere(Word word, Word verb) {
        for (Word up = word; up != null && up != verb; up = up.head()) {
            if (up.hasRelation("relcl", "acl", "ccomp", "conj")) {
                return true;
            }
        }
        return false;
    }

    /** The outlet somebody met, received or spoke to. */
    private Detail outlet(Word verb, Channel channel) {
        for (Word kid : verb.kids()) {
            if (kid.hasRelation("dobj", "npadvmod")) {
                Detail outlet = outletAt(kid);
                if (outlet != null) {
                    return outlet;
                }
            }
            if (kid.hasRelation("prep") && WITH.contains(kid.lower()) && kid.kid("pobj") != null) {
                Detail outlet = outletAt(kid.kid("pobj"));
                if (outlet != null) {
                    return outlet;
                }
            }
        }
        return channel == null ? null : Interviews.outlet(channel, outlets);
    }

    private Detail outletAt(Word word) {
        Span span = word.entity() != null ? word.entity().span() : Clauses.nounPhrase(word);
        String words = article.text(span).replaceAll("\\s+", " ");
        return outlets.isOutlet(words) ? new Detail(words, span, Basis.EXPLICIT) : null;
    }
}
