package org.parley.extraction.detail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.Basis;
import org.parley.extraction.Channel;
import org.parley.extraction.Detail;
import org.parley.extraction.Speaker;
import org.parley.extraction.StatedOn;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/**
 * What a statement takes over from what the article told before of the same speaker: all of it right after, the whole of an interview
 * throughout, the day wherever no other is told. Made for one article; to be asked in the order of the text.
 */
final class Inheritance {

    private static final int CARRY = 900;
    private static final int LEAD = 5;
    /** So far down the day of the news is told of what a person says; behind it is only likely. */
    private static final int SURE = 3;

    /** What is written may have been so on any day. */
    private static final Set<String> WRITTEN = Set.of("write", "publish", "release");

    private final Article article;
    private final SayingDates dates;
    private final Scenes scenes;
    private final Map<String, Told> said = new HashMap<>();
    /** Who has been shown answering questions: an interview, whatever stands between. */
    private final Set<String> answering = new HashSet<>();

    private String lastSpeaker;

    Inheritance(Article article, SayingDates dates, Scenes scenes) {
        this.article = article;
        this.dates = dates;
        this.scenes = scenes;
    }

    /** The circumstances with what holds on; {@code who} may be null. */
    Circumstances of(Attribution statement, Speaker who, Circumstances own) {
        String speaker = who == null ? null : who.name();
        boolean person = who != null && who.kind() == Speaker.Kind.PERSON;
        int at = place(statement);
        Circumstances all = own;
        if (speaker != null) {
            Told scene = scenes.before(speaker, statement.sentence().index());
            Told before = said.get(speaker);
            if (statement.rule().equals("label")) {
                answering.add(speaker);
            }
            if (scene != null
                    && (before == null || scene.at() > before.at())
                    && (!scene.loose() || isNear(scene, at))) {
                all = taken(
                        all, scene.circumstances(), statement, follows(scene.at(), at), answering.contains(speaker));
            }
            if (before != null) {
                boolean follows = speaker.equals(lastSpeaker) && follows(before.at(), at);
                all = taken(all, before.circumstances(), statement, follows, answering.contains(speaker));
            }
            if (all.statedOn().basis() == Basis.UNKNOWN && mayBeOfTheDay(statement) && isNearLead(at)) {
                all = dated(all, dates.ofNews(), person && article.paragraphAt(at) - dates.lead() <= SURE);
            }
            if (!isEarlier(statement.verb())) {
                said.put(speaker, new Told(at, false, all));
            }
        }
        lastSpeaker = speaker;
        return all;
    }

    private boolean isNear(Told scene, int at) {
        return article.paragraphAt(scene.at()) == article.paragraphAt(at);
    }

    /** Told in the past tense, after the day of the news: "the mayor said", not "the mayor has long said". */
    private boolean mayBeOfTheDay(Attribution statement) {
        Word verb = statement.verb();
        return verb != null
                && verb.tag().equals("VBD")
                && !WRITTEN.contains(verb.lemma())
                && !isEarlier(verb)
                && !statement.absent();
    }

    private static Circumstances dated(Circumstances own, StatedOn day, boolean named) {
        if (day.date() == null) {
            return own;
        }
        Basis basis = named ? Basis.INHERITED : Basis.INFERRED;
        return new Circumstances(
                new StatedOn(day.date(), day.latest(), day.precision(), basis, day.span()),
                own.place(),
                own.occasion(),
                own.channel(),
                own.via(),
                own.addressee());
    }

    /** The first paragraphs tell of the day's event; further down it would be a guess, and often wrong. */
    private boolean isNearLead(int at) {
        return article.paragraphAt(at) - dates.lead() <= LEAD;
    }

    private static int place(Attribution statement) {
        return statement.cue() != null
                ? statement.cue().start()
                : statement.content().get(0).start();
    }

    private boolean follows(int from, int to) {
        int paragraphs = article.paragraphAt(to) - article.paragraphAt(from);
        return (paragraphs == 0 && to - from < CARRY) || (paragraphs == 1 && to - from < CARRY / 2);
    }

    private Circumstances taken(
            Circumstances own, Circumstances before, Attribution statement, boolean follows, boolean answering) {
        boolean undated = own.statedOn().basis() == Basis.UNKNOWN;
        boolean interview = before.channel() != null && before.channel().kind() == Channel.Kind.INTERVIEW;
        boolean same = undated && (follows || (interview && answering));
        boolean earlier = isEarlier(statement.verb());
        boolean ahead = dates.isAhead(before.statedOn().date());
        StatedOn date = undated && !earlier && !ahead && (same || isWholeDay(before.statedOn()))
                ? inherited(before.statedOn())
                : own.statedOn();
        boolean ownChannel = own.channel() != null;
        return new Circumstances(
                date,
                own.place() == null && same ? inherited(before.place()) : own.place(),
                own.occasion() == null && same ? inherited(before.occasion()) : own.occasion(),
                !ownChannel && same ? inherited(before.channel()) : own.channel(),
                own.via() == null && same && !ownChannel && !answering && isOfChannel(before)
                        ? inherited(before.via())
                        : own.via(),
                own.addressee() == null && same && interview && answering
                        ? inherited(before.addressee())
                        : own.addressee());
    }

    /** "had said": before whatever day was told last. */
    private static boolean isEarlier(Word verb) {
        return verb != null
                && verb.isVerb()
                && verb.kids().stream()
                        .anyMatch(k -> k.hasRelation("aux") && k.lower().equals("had"));
    }

    /** A relay holds for one sentence; whom somebody spoke to holds as long as he speaks. */
    private static boolean isOfChannel(Circumstances before) {
        return before.via() != null
                && before.channel() != null
                && before.channel().detail().value().contains(before.via().value());
    }

    private boolean isWholeDay(StatedOn date) {
        return date.precision() == StatedOn.Precision.DAY && dates.isRecent(date.date());
    }

    private static StatedOn inherited(StatedOn date) {
        return date.date() == null
                ? StatedOn.UNKNOWN
                : new StatedOn(
                        date.date(),
                        date.latest(),
                        date.precision(),
                        date.basis() == Basis.INFERRED ? Basis.INFERRED : Basis.INHERITED,
                        date.span());
    }

    private static Detail inherited(Detail detail) {
        return detail == null ? null : new Detail(detail.value(), detail.span(), Basis.INHERITED);
    }

    private static Channel inherited(Channel channel) {
        return channel == null ? null : new Channel(channel.kind(), inherited(channel.detail()));
    }
}
