package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.extraction.ExtractedStatement.About;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;
import org.parley.extraction.attribution.Acts;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.attribution.CueClass;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;

/**
 * Which proposals a statement speaks of, and what it expresses toward them. Takes no side where the words tell none. Made for one article;
 * to be asked in the order of the text.
 */
public final class Stances {

    private static final Attitudes ATTITUDES = new Attitudes();
    private static final Set<String> PRONOUNS = Set.of("it", "this", "they", "that", "them");
    private static final Pattern OWN =
            Pattern.compile("^(?:our|my|(?:his|her|its|their) own)\\b", Pattern.CASE_INSENSITIVE);
    private static final int NEAR = 400;
    private static final int FIRST_WORDS = 3;

    private final List<ProposalMention> mentions;
    private final Article article;
    private List<Integer> lastAbout = List.of();
    private String lastSpeaker;
    private int lastParagraph = -1;

    public Stances(List<ProposalMention> mentions, Article article) {
        this.mentions = mentions;
        this.article = article;
    }

    /** One entry for each proposal spoken of; of several mentions of one the first in the content. */
    public List<About> of(Attribution statement, List<Speaker> speakers) {
        if (statement.content().isEmpty()) {
            return List.of();
        }
        List<Integer> spoken = spokenOf(statement);
        int paragraph = article.paragraphAt(statement.content().get(0).start());
        String speaker = speakers.isEmpty() ? null : speakers.get(0).name();
        if (spoken.isEmpty() && speaker != null && speaker.equals(lastSpeaker) && paragraph == lastParagraph) {
            StanceValue further = stance(statement, speakers);
            if (further != null) { // the same speaker goes on judging
                return List.of(new About(lastAbout.get(0), further));
            }
            return List.of();
        }
        List<About> about = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        StanceValue stance = spoken.isEmpty() ? null : stance(statement, speakers);
        for (int i : spoken) {
            int group = mentions.get(i).group();
            if (group < 0 || !groups.contains(group)) {
                groups.add(group);
                about.add(new About(i, about.isEmpty() ? stance : null));
            }
        }
        if (!about.isEmpty()) {
            lastAbout = spoken;
            lastSpeaker = speaker;
            lastParagraph = paragraph;
        }
        return about;
    }

    /** The mentions in the content; else what its pronoun stands for; else one beside the cue ("Asked about the plan, ..."). */
    private List<Integer> spokenOf(Attribution statement) {
        int start = statement.content().stream().mapToInt(Span::start).min().orElse(0);
        int end = statement.content().stream().mapToInt(Span::end).max().orElse(0);
        List<Integer> found = new ArrayList<>();
        int before = -1;
        for (int i = firstFrom(start - NEAR); i < mentions.size(); i++) {
            Span span = mentions.get(i).span();
            if (span.start() >= end) {
                break;
            }
            if (statement.content().stream().anyMatch(c -> c.overlaps(span))) {
                found.add(i);
            } else if (span.end() <= start) {
                before = i;
            }
        }
        if (found.isEmpty() && before >= 0) {
            Span span = mentions.get(before).span();
            boolean sameParagraph = article.paragraphAt(span.start()) == article.paragraphAt(start);
            if (sameParagraph && (opensWithPronoun(statement) || isBesideCue(span, statement))) {
                found.add(before);
            }
        }
        return found;
    }

    private int firstFrom(int place) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).span().start() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isBesideCue(Span mention, Attribution statement) {
        ParsedSentence sentence = statement.sentence();
        return statement.cue() != null
                && sentence.span().contains(mention)
                && mention.start() < statement.cue().start()
                && (statement.source() == null || !statement.source().overlaps(mention));
    }

    private boolean opensWithPronoun(Attribution statement) {
        Span content = statement.content().get(0);
        ParsedSentence sentence = article.sentenceAt(content.start());
        if (sentence == null) {
            return false;
        }
        int words = 0;
        for (Word word : sentence.words()) {
            if (word.start() < content.start() || word.isPunctuation()) {
                continue;
            }
            if ((word.isPronoun() && PRONOUNS.contains(word.lower()))
                    || word.lower().equals("this")) {
                return true;
            }
            if (++words >= FIRST_WORDS) {
                return false;
            }
        }
        return false;
    }

    private List<Span> namesIn(Attribution statement) {
        List<Span> names = new ArrayList<>();
        int end = statement.content().stream().mapToInt(Span::end).max().orElse(0);
        for (int i = firstFrom(statement.content().get(0).start());
                i < mentions.size() && mentions.get(i).span().start() < end;
                i++) {
            names.add(mentions.get(i).span());
        }
        return names;
    }

    /** "our plan", "her own paper". */
    private boolean isOwnProposal(Attribution statement) {
        return namesIn(statement).stream()
                .anyMatch(n -> OWN.matcher(article.text(n)).find());
    }

    private StanceValue stance(Attribution statement, List<Speaker> speakers) {
        SpeechAct act = Acts.of(statement);
        if (act == SpeechAct.ABSENCE) {
            return StanceValue.NO_PUBLIC_COMMITMENT;
        }
        StanceValue told = ATTITUDES.of(statement, speakers, namesIn(statement), article);
        if (told == null && isOwnProposal(statement)) {
            return StanceValue.SUPPORT;
        }
        boolean ofIt = !statement.rule().equals("clause") && !statement.rule().equals("that");
        return switch (act) {
            case REJECT, DISMISS -> isByCue(statement) && (ofIt || told == null) ? StanceValue.OPPOSE : told;
            case PRAISE -> told == StanceValue.CONDITIONAL_SUPPORT ? told : StanceValue.SUPPORT;
            case PROPOSE -> told == null ? StanceValue.SUPPORT : told;
            case DENY, REPORT, ASK -> null;
            case DEMAND, ORDER -> ofDemand(statement, told);
            default -> statement.type() == CueClass.ACCEPT ? ofAcceptance(told) : told;
        };
    }

    /** "said she would not come" rejects something too, but the proposal only if the words say so. */
    private static boolean isByCue(Attribution statement) {
        return statement.type() == CueClass.REJECT || Acts.isOfCue(statement);
    }

    private static StanceValue ofAcceptance(StanceValue told) {
        return told == StanceValue.PARTIAL_ACCEPTANCE || told == StanceValue.CONDITIONAL_SUPPORT
                ? told
                : StanceValue.SUPPORT;
    }

    /** Who wants it signed is in favour of it; who says what it must hold is so on conditions. */
    private static StanceValue ofDemand(Attribution statement, StanceValue told) {
        if (told == StanceValue.OPPOSE || told == StanceValue.SCEPTICAL) {
            return told;
        }
        String cue = statement.lemma() == null ? "" : statement.lemma().toLowerCase(Locale.ROOT);
        boolean urged = statement.hearer() != null && !cue.equals("insist");
        return urged && told != null ? StanceValue.SUPPORT : told;
    }
}
