package org.parley.extraction.detail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.extraction.Basis;
import org.parley.extraction.Channel;
import org.parley.extraction.Detail;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.StatedOn;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * Finds the circumstances of statements: in the sentence, outside what is said; else from the same speaker's statement before it. Made for
 * one article; to be asked in the order of the text.
 */
public final class CircumstanceFinder {

    private static final Set<String> PLACE_PREPOSITIONS =
            Set.of("in", "at", "from", "outside", "before", "near", "aboard", "to");
    private static final Set<String> OCCASION_PREPOSITIONS =
            Set.of("at", "during", "after", "following", "before", "on", "in", "amid");
    private static final Pattern OCCASION = Pattern.compile(
            "\\b(?:summit|visit|meeting|talks|conference|ceremony|rally|trip|forum|session|hearing|event|handover|dinner|anniversary|reception|debate|round|tour|gathering|negotiations)\\b");
    /** An audience of the press is a channel, not somebody addressed. */
    private static final Set<String> AUDIENCE =
            Set.of("reporter", "journalist", "media", "press", "conference", "briefing", "correspondent", "interview");

    private static final int CARRY = 900;

    private final Article article;
    private final SayingDates dates;
    private final Outlets outlets;
    private ParsedSentence looked;
    private boolean channelThere;
    private Attribution last;
    private Circumstances lastFound;
    private String lastSpeaker;

    public CircumstanceFinder(Article article, LocalDate published, Gazetteers gazetteers) {
        this.article = article;
        this.dates = new SayingDates(article, published);
        this.outlets = new Outlets(gazetteers);
    }

    /** The circumstances of a statement by these speakers. */
    public Circumstances of(Attribution statement, List<Speaker> speakers) {
        String speaker = speakers.isEmpty() ? null : speakers.get(0).name();
        List<Span> outside = outside(statement);
        StatedOn date = dates.of(statement, outside);
        Detail place = place(statement);
        Detail occasion = occasion(statement, outside);
        Channel channel = channel(statement, outside);
        Detail addressee = addressee(statement);
        Detail via = via(statement, channel, addressee);
        Circumstances own = new Circumstances(date, place, occasion, channel, via, addressee);
        Circumstances all = last != null && speaker != null && speaker.equals(lastSpeaker) && follows(statement)
                ? carried(own)
                : own;
        last = statement;
        lastFound = all;
        lastSpeaker = speaker;
        return all;
    }

    private boolean follows(Attribution statement) {
        int from = place(last, 0);
        int to = place(statement, 0);
        int paragraphs = article.paragraphAt(to) - article.paragraphAt(from);
        return (paragraphs == 0 && to - from < CARRY) || (paragraphs == 1 && to - from < CARRY / 2);
    }

    private static int place(Attribution statement, int part) {
        return statement.cue() != null
                ? statement.cue().start()
                : statement.content().get(part).start();
    }

    /** What the speaker's statement before said of itself holds on, where this one says nothing. */
    private Circumstances carried(Circumstances own) {
        StatedOn date =
                own.statedOn().basis() == Basis.UNKNOWN && lastFound.statedOn().date() != null
                        ? inherited(lastFound.statedOn())
                        : own.statedOn();
        boolean sameDay = own.statedOn().basis() == Basis.UNKNOWN;
        Detail place = own.place() == null && sameDay ? inherited(lastFound.place()) : own.place();
        Detail occasion = own.occasion() == null && sameDay ? inherited(lastFound.occasion()) : own.occasion();
        Channel channel = own.channel() == null && sameDay && lastFound.channel() != null
                ? new Channel(
                        lastFound.channel().kind(),
                        inherited(lastFound.channel().detail()))
                : own.channel();
        Detail via = own.via() == null && sameDay ? inherited(lastFound.via()) : own.via();
        return new Circumstances(date, place, occasion, channel, via, own.addressee());
    }

    private static StatedOn inherited(StatedOn date) {
        return new StatedOn(date.date(), date.latest(), date.precision(), Basis.INHERITED, date.span());
    }

    private static Detail inherited(Detail detail) {
        return detail == null ? null : new Detail(detail.value(), detail.span(), Basis.INHERITED);
    }

    /** The parts of the sentence that are not said by anybody: around the content and outside quotation marks. */
    private List<Span> outside(Attribution statement) {
        List<Span> outside = new ArrayList<>();
        if (statement.cue() == null || statement.sentence() == null) {
            return outside;
        }
        Span sentence = statement.sentence().span();
        int from = sentence.start();
        List<Span> content = new ArrayList<>(statement.content());
        content.sort(Span::compareTo);
        for (Span said : content) {
            if (said.start() > from && said.start() <= sentence.end()) {
                outside.add(new Span(from, said.start()));
            }
            from = Math.max(from, said.end());
        }
        if (from < sentence.end()) {
            outside.add(new Span(from, sentence.end()));
        }
        return outside;
    }

    private Channel channel(Attribution statement, List<Span> outside) {
        if (!mayNameChannel(statement.sentence())) {
            return null;
        }
        for (Span span : outside) {
            Channel channel = Channels.in(article.text(), span);
            if (channel != null && !article.inQuotation(channel.detail().span().start())) {
                return channel;
            }
        }
        return null;
    }

    /** Whether a sentence is worth a closer look; asked once for all its statements. */
    private boolean mayNameChannel(ParsedSentence sentence) {
        if (sentence != null && sentence != looked) {
            looked = sentence;
            channelThere = Channels.mayBeIn(article.text(sentence.span()));
        }
        return sentence != null && channelThere;
    }

    /** "told reporters in Osterby", "said before parliament in Elm": what hangs on the saying and names a place. */
    private Detail place(Attribution statement) {
        if (statement.verb() == null || !statement.verb().isVerb()) {
            return null;
        }
        for (Word word : near(statement)) {
            if (!PLACE_PREPOSITIONS.contains(word.lower()) || word.lower().equals("to")) {
                continue;
            }
            Word object = word.kid("pobj");
            if (object == null || isInContent(object, statement)) {
                continue;
            }
            Word named = placeIn(object);
            if (named != null) {
                Span span = new Span(
                        named.entity().first().start(), named.entity().last().end());
                return new Detail(value(span), span, Basis.EXPLICIT);
            }
        }
        return null;
    }

    private static Word placeIn(Word object) {
        if (isPlace(object)) {
            return object;
        }
        for (Word kid : object.kids()) {
            if (kid.lower().equals("in")
                    || kid.lower().equals("of")
                    || kid.lower().equals("at")
                    || kid.lower().equals("to")) {
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
    private static List<Word> near(Attribution statement) {
        List<Word> found = new ArrayList<>();
        Word verb = statement.verb();
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

    private static boolean isInContent(Word word, Attribution statement) {
        return statement.content().stream().anyMatch(c -> c.contains(word.start()));
    }

    private Detail occasion(Attribution statement, List<Span> outside) {
        if (statement.verb() == null || !statement.verb().isVerb()) {
            return null;
        }
        for (Word word : near(statement)) {
            Word object = word.kid("pobj");
            if (object == null || !OCCASION_PREPOSITIONS.contains(word.lower()) || isInContent(object, statement)) {
                continue;
            }
            if (OCCASION.matcher(object.lower()).find()) {
                Span span = Clauses.span(object.subtree());
                if (outside.stream().anyMatch(o -> o.contains(span))) {
                    return new Detail(value(span), span, Basis.EXPLICIT);
                }
            }
        }
        return null;
    }

    private Detail addressee(Attribution statement) {
        Word hearer = statement.hearer();
        Word verb = statement.verb();
        if (hearer == null
                && verb != null
                && verb.isVerb()
                && Set.of("tell", "assure", "inform", "remind", "brief", "notify")
                        .contains(verb.lemma())) {
            hearer = verb.kid("dobj", "dative");
        }
        if (hearer == null && verb != null && verb.isVerb()) {
            for (Word kid : verb.kids("prep", "dative")) {
                Word object = kid.kid("pobj");
                if (kid.lower().equals("to")
                        && object != null
                        && (object.is(EntityType.ORG) || object.is(EntityType.PERSON))
                        && !isInContent(object, statement)) {
                    hearer = object;
                }
            }
        }
        if (hearer == null
                || hearer.isPronoun()
                || AUDIENCE.contains(hearer.lemma())
                || (isInContent(hearer, statement) && !statement.rule().equals("infinitive"))) {
            return null;
        }
        Span span = Clauses.nounPhrase(hearer);
        for (Span content : statement.content()) {
            if (content.overlaps(span)) {
                return null;
            }
        }
        return new Detail(value(span), span, Basis.EXPLICIT);
    }

    private Detail via(Attribution statement, Channel channel, Detail addressee) {
        if (statement.via() != null) {
            return new Detail(value(statement.via()), statement.via(), Basis.EXPLICIT);
        }
        if (addressee != null && outlets.isOutlet(addressee.value())) {
            return addressee;
        }
        if (channel != null && channel.kind() == Channel.Kind.INTERVIEW) {
            Matcher with = Pattern.compile(" (?:with|by|to) (.+)$")
                    .matcher(channel.detail().value());
            if (with.find() && outlets.isOutlet(with.group(1))) {
                int start = channel.detail().span().start() + with.start(1);
                Span span = new Span(start, channel.detail().span().end());
                return new Detail(value(span), span, Basis.EXPLICIT);
            }
        }
        return null;
    }

    private String value(Span span) {
        return article.text(span).replaceAll("\\s+", " ");
    }
}
