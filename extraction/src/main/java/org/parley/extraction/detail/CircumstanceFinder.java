package org.parley.extraction.detail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.parley.extraction.Basis;
import org.parley.extraction.Channel;
import org.parley.extraction.Detail;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.names.Outlets;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/**
 * Finds the circumstances of statements: in the sentence, outside what is said; else from what the article told before of the same
 * speaker's saying. Made for one article; to be asked in the order of the text.
 */
public final class CircumstanceFinder {

    private final Article article;
    private final SayingDates dates;
    private final Surroundings surroundings;
    private final Addressees addressees;
    private final Outlets outlets;
    private final Inheritance inheritance;
    private ParsedSentence looked;
    private boolean channelThere;

    /** @param nameOf the name of the person a subject stands for, or null */
    public CircumstanceFinder(
            Article article, LocalDate published, Gazetteers gazetteers, Function<Word, String> nameOf) {
        this.article = article;
        this.dates = new SayingDates(article, published);
        this.surroundings = new Surroundings(article);
        this.addressees = new Addressees(article);
        this.outlets = new Outlets(gazetteers);
        this.inheritance = new Inheritance(article, dates, new Scenes(article, dates, surroundings, outlets, nameOf));
    }

    /** The circumstances of a statement by these speakers. */
    public Circumstances of(Attribution statement, List<Speaker> speakers) {
        List<Span> outside = outside(statement);
        boolean verb = Surroundings.hasVerb(statement);
        Channel channel = channel(statement, outside);
        Detail addressee = addressees.of(statement);
        Circumstances own = new Circumstances(
                dates.of(statement, outside),
                verb ? surroundings.place(statement.verb(), statement.content()) : null,
                verb ? surroundings.occasion(statement.verb(), statement.content(), outside) : null,
                channel,
                via(statement, channel, addressee),
                addressee);
        return inheritance.of(statement, speakers.isEmpty() ? null : speakers.get(0), own);
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
        Channel told = toldOutlet(statement);
        if (told != null || !mayNameChannel(statement.sentence())) {
            return told;
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

    /** "told the Elm Courier": to the press, though no word says so. */
    private Channel toldOutlet(Attribution statement) {
        Word verb = statement.verb();
        if (verb == null || !verb.isVerb() || !verb.lemma().equals("tell")) {
            return null;
        }
        Detail addressee = addressees.of(statement);
        if (addressee == null || !outlets.isOutlet(addressee.value())) {
            return null;
        }
        Span span = verb.end() < addressee.span().start() ? verb.span().cover(addressee.span()) : addressee.span();
        return new Channel(
                Channel.Kind.PRESS, new Detail(article.text(span).replaceAll("\\s+", " "), span, Basis.EXPLICIT));
    }

    private Detail via(Attribution statement, Channel channel, Detail addressee) {
        if (statement.via() != null) {
            return new Detail(article.text(statement.via()).replaceAll("\\s+", " "), statement.via(), Basis.EXPLICIT);
        }
        if (addressee != null && outlets.isOutlet(addressee.value())) {
            return addressee;
        }
        return channel == null ? null : Interviews.outlet(channel, outlets);
    }
}
