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
import org.parley.extraction.syntax.Article;

/**
 * Which proposals a statement speaks of, and what it expresses toward them. Takes no side where the words tell none. Made for one article;
 * to be asked in the order of the text.
 */
public final class Stances {

    private static final Attitudes ATTITUDES = new Attitudes();
    private static final Set<String> IN_FAVOUR = Set.of("defend", "champion", "tout", "endorse", "back", "embrace");
    private static final Set<String> AGAINST = Set.of(
            "denounce",
            "condemn",
            "criticize",
            "criticise",
            "slam",
            "decry",
            "deride",
            "mock",
            "ridicule",
            "oppose",
            "blast",
            "lambast",
            "attack");
    private static final Set<String> IN_DOUBT = Set.of("doubt", "question");
    private static final Pattern OWN =
            Pattern.compile("^(?:our|my|(?:his|her|its|their) own)\\b", Pattern.CASE_INSENSITIVE);

    private final List<ProposalMention> mentions;
    private final Article article;
    private final Topics topics;
    private List<Integer> lastAbout = List.of();
    private String lastSpeaker;
    private int lastParagraph = -1;
    private int lastSentence = -1;

    public Stances(List<ProposalMention> mentions, Article article) {
        this.mentions = mentions;
        this.article = article;
        this.topics = new Topics(mentions, article);
    }

    /** One entry for each proposal spoken of; of several mentions of one the first in the content. */
    public List<About> of(Attribution statement, List<Speaker> speakers) {
        if (statement.content().isEmpty()) {
            return List.of();
        }
        List<Integer> spoken =
                topics.of(statement, speakers.isEmpty() ? null : speakers.get(0).name());
        int paragraph = article.paragraphAt(statement.content().get(0).start());
        String speaker = speakers.isEmpty() ? null : speakers.get(0).name();
        if (spoken.isEmpty() && speaker != null && speaker.equals(lastSpeaker) && paragraph == lastParagraph) {
            StanceValue further = stance(statement, speakers);
            boolean next = statement.sentence().index() - lastSentence <= 1;
            lastSentence = next ? statement.sentence().index() : lastSentence;
            return further != null || next ? List.of(new About(lastAbout.get(0), further)) : List.of();
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
            lastSentence = statement.sentence().index();
        }
        return about;
    }

    private List<Span> namesIn(Attribution statement) {
        List<Span> names = new ArrayList<>();
        int end = statement.content().stream().mapToInt(Span::end).max().orElse(0);
        for (int i = topics.firstFrom(statement.content().get(0).start());
                i < mentions.size() && mentions.get(i).span().start() < end;
                i++) {
            names.add(mentions.get(i).span());
        }
        return names;
    }

    /** "demanded terms", "insisted on the eight conditions": what is demanded is the proposal itself. */
    private boolean isOwnTerms(Attribution statement) {
        int start = statement.content().get(0).start();
        int i = topics.firstFrom(start);
        return i < mentions.size()
                && mentions.get(i).kind() == ProposalMention.Kind.DEMANDS
                && mentions.get(i).span().start() == start;
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
        told = told == null ? ofCue(statement) : told;
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

    /** Verbs that judge what they are said of: "defended the step", "denounced it as a trap", "doubts it helps". */
    private static StanceValue ofCue(Attribution statement) {
        String cue = statement.lemma() == null ? "" : statement.lemma().toLowerCase(Locale.ROOT);
        return IN_FAVOUR.contains(cue)
                ? StanceValue.SUPPORT
                : AGAINST.contains(cue) ? StanceValue.OPPOSE : IN_DOUBT.contains(cue) ? StanceValue.SCEPTICAL : null;
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
    private StanceValue ofDemand(Attribution statement, StanceValue told) {
        if (told == StanceValue.OPPOSE || told == StanceValue.SCEPTICAL) {
            return told;
        }
        if (told == null && isOwnTerms(statement)) {
            return StanceValue.SUPPORT;
        }
        String cue = statement.lemma() == null ? "" : statement.lemma().toLowerCase(Locale.ROOT);
        boolean urged = statement.hearer() != null && !cue.equals("insist");
        return urged && told != null ? StanceValue.SUPPORT : told;
    }
}
