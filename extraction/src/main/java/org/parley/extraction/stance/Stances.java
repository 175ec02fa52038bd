package org.parley.extraction.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.extraction.ExtractedStatement.About;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.SpeechAct;
import org.parley.extraction.StanceValue;
import org.parley.extraction.attribution.Acts;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.attribution.CueClass;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.Word;
import org.parley.extraction.proposal.ProposalFinder;
import org.parley.extraction.syntax.Article;

/**
 * Which proposals a statement speaks of, and what it expresses toward them. Takes no side where the words tell none. Made for one article;
 * to be asked in the order of the text.
 */
public final class Stances {

    private static final Pattern NO = Pattern.compile(
            "(?i)\\W*(?:no|never|nope|no way|not now|absolutely not|certainly not|of course not|not a chance)\\W*");
    private static final Pattern YES = Pattern.compile("(?i)\\W*(?:yes|of course|absolutely|certainly|gladly)\\W*");
    /** Who does that says nothing for or against; what the rules take for more than that is theirs to say. */
    private static final Set<SpeechAct> SIDELESS = Set.of(SpeechAct.ABSENCE, SpeechAct.DENY, SpeechAct.REPORT);

    private static final int NEAR_PARAGRAPHS = 2;

    private static final Pattern OWN =
            Pattern.compile("^(?:our|my|(?:his|her|its|their) own)\\b", Pattern.CASE_INSENSITIVE);

    private final List<ProposalMention> mentions;
    private final Article article;
    private final Topics topics;
    private final Makers makers;
    private final Attitudes attitudes;
    private final CueSides cues;
    private final Links links;
    private final Learned learned;
    private List<Integer> lastAbout = List.of();
    private String lastSpeaker;
    private int lastParagraph = -1;
    private int lastSentence = -1;

    public Stances(ProposalFinder.Found proposed, Article article, Gazetteers gazetteers) {
        this(proposed, article, gazetteers, Learned.WEIGHTS);
    }

    /** @param learned what to go by where the rules tell no side */
    Stances(ProposalFinder.Found proposed, Article article, Gazetteers gazetteers, Learned learned) {
        this.learned = learned;
        this.mentions = proposed.mentions();
        this.article = article;
        this.topics = new Topics(mentions, proposed.proposals(), article);
        Sides sides = new Sides(gazetteers);
        this.makers = new Makers(mentions, proposed.proposals(), sides);
        this.attitudes = new Attitudes(
                sides, mentions.stream().map(ProposalMention::head).collect(Collectors.toSet()));
        this.cues = new CueSides(article);
        this.links = new Links(mentions, article, topics, makers);
    }

    /**
     * One entry for each proposal spoken of; of several mentions of one the first in the content. Where grammar does not tell, learned weights
     * choose.
     */
    public List<About> of(Attribution statement, List<Speaker> speakers) {
        if (statement.content().isEmpty() || mentions.isEmpty()) {
            return List.of();
        }
        List<About> about = byGrammar(statement, speakers);
        if (about.isEmpty()) {
            int best = links.best(links.choice(statement, speakers), statement);
            about = best < 0 ? about : List.of(new About(best, sideOfUnnamed(statement, speakers, best)));
        }
        links.remember(statement, speakers, about.isEmpty() ? -1 : about.get(0).mention());
        boolean told = about.isEmpty() || about.get(0).stance() != null || SIDELESS.contains(Acts.of(statement));
        return told ? about : sided(about, statement, speakers);
    }

    /** With the side that is likely taken toward the first, if any is. */
    private List<About> sided(List<About> about, Attribution statement, List<Speaker> speakers) {
        int mention = about.get(0).mention();
        List<About> sided = new ArrayList<>(about);
        sided.set(0, new About(mention, learned.side(traits(statement, speakers, mention, null))));
        return sided;
    }

    /** What can be seen of a statement toward one proposal; after {@link #of} of the same. */
    Set<String> traits(Attribution statement, List<Speaker> speakers, int about, StanceValue byRules) {
        List<Span> names = namesIn(statement);
        Set<Attitude> told = names.isEmpty()
                ? attitudes.ofUnnamed(statement, speakers, article)
                : attitudes.of(statement, speakers, names, article);
        return Traits.of(
                statement,
                speakers,
                Acts.of(statement),
                mentions.get(about),
                told,
                byRules,
                makers.speakOf(about, speakers, SpeechAct.DEMAND),
                article);
    }

    /** To learn from: what there is to choose from, as it is judged after the statements before. */
    Links links() {
        return links;
    }

    List<About> byGrammar(Attribution statement, List<Speaker> speakers) {
        List<Integer> spoken =
                topics.of(statement, speakers.isEmpty() ? null : speakers.get(0).name());
        int paragraph = article.paragraphAt(statement.content().get(0).start());
        String speaker = speakers.isEmpty() ? null : speakers.get(0).name();
        if (spoken.isEmpty() && speaker != null && speaker.equals(lastSpeaker) && paragraph == lastParagraph) {
            StanceValue further = stance(statement, speakers, lastAbout);
            boolean next = statement.sentence().index() - lastSentence <= 1;
            lastSentence = next ? statement.sentence().index() : lastSentence;
            return further != null || next ? List.of(new About(lastAbout.get(0), further)) : List.of();
        }
        int own = namesIn(statement).isEmpty() ? makers.ownDemands(statement, speakers) : -1;
        spoken = own < 0 ? spoken : List.of(own);
        StanceValue told = own >= 0
                ? StanceValue.SUPPORT
                : spoken.isEmpty() ? ofNearest(statement, speakers) : stance(statement, speakers, spoken);
        if (spoken.isEmpty() && told != null) {
            int near = topics.near(statement, NEAR_PARAGRAPHS);
            spoken = near < 0 ? spoken : List.of(near);
        }
        List<About> about = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (int i : spoken) {
            int group = mentions.get(i).group();
            if (group < 0 || !groups.contains(group)) {
                groups.add(group);
                about.add(new About(i, about.isEmpty() ? told : null));
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

    /** "We will never sign", "No.": what such words are of needs no name where the text has just given it. */
    private StanceValue ofNearest(Attribution statement, List<Speaker> speakers) {
        if (!statement.rule().equals("label") && statement.content().size() == 1) { // a label's question is not kept
            String words = article.text(statement.content().get(0));
            if (NO.matcher(words).matches()) {
                return StanceValue.OPPOSE;
            }
            if (YES.matcher(words).matches()) {
                return StanceValue.SUPPORT;
            }
        }
        StanceValue judged = cues.of(statement);
        boolean complaint = judged == StanceValue.SCEPTICAL && topics.isOnOne() && topics.within(statement, 1) >= 0;
        if (judged != null && (complaint || CueSides.isOfStep(statement) || topics.isOfOnlyOne(statement))) {
            return judged;
        }
        Set<Attitude> told = attitudes.ofUnnamed(statement, speakers, article);
        if (told.contains(Attitude.REMEDY) && Acts.of(statement) == SpeechAct.DEMAND && topics.isOnOne()) {
            return StanceValue.CONDITIONAL_SUPPORT;
        }
        boolean near = topics.near(statement, NEAR_PARAGRAPHS) >= 0 && !attitudes.isOfAnother(statement, article);
        return Verdict.areOfProposals(told) || near ? ofWords(statement, told) : null;
    }

    private static StanceValue ofWords(Attribution statement, Set<Attitude> attitudes) {
        StanceValue told = Verdict.of(attitudes);
        return switch (Acts.of(statement)) {
            case DENY, REPORT, ABSENCE -> null;
            case ASK ->
                told == StanceValue.NO_PUBLIC_COMMITMENT || statement.rule().equals("infinitive")
                        ? told // "asked for more time", "asked members to back it"
                        : null;
            default -> told;
        };
    }

    private StanceValue stance(Attribution statement, List<Speaker> speakers, List<Integer> spoken) {
        return stance(
                statement, speakers, spoken.get(0), attitudes.of(statement, speakers, namesIn(statement), article));
    }

    /** The side told of a proposal that only weights say is meant: none by words for something else. */
    private StanceValue sideOfUnnamed(Attribution statement, List<Speaker> speakers, int spoken) {
        return attitudes.isOfAnother(statement, article)
                ? null
                : stance(statement, speakers, spoken, attitudes.ofUnnamed(statement, speakers, article));
    }

    private StanceValue stance(Attribution statement, List<Speaker> speakers, int spoken, Set<Attitude> words) {
        SpeechAct act = Acts.of(statement);
        if (act == SpeechAct.ABSENCE) {
            return StanceValue.NO_PUBLIC_COMMITMENT;
        }
        if (act == SpeechAct.DENY || act == SpeechAct.REPORT || cues.isOfOthersWords(statement)) {
            return null;
        }
        StanceValue told = ofWords(statement, words);
        if (told == null && (isOwnProposal(statement) || makers.speakOf(spoken, speakers, act))) {
            return CueSides.isAgainst(cues.of(statement))
                    ? null
                    : StanceValue.SUPPORT; // who complains does not of his own
        }
        StanceValue judged = cues.of(statement);
        boolean harder = judged == StanceValue.OPPOSE && told == StanceValue.SCEPTICAL;
        told = told == null || harder ? judged : told; // "denounced it as empty words"
        boolean ofIt = !statement.rule().equals("clause") && !statement.rule().equals("that");
        return switch (act) {
            case REJECT, DISMISS -> CueSides.isByCue(statement) && (ofIt || told == null) ? StanceValue.OPPOSE : told;
            case PRAISE ->
                isOfPart(statement)
                        ? StanceValue.PARTIAL_ACCEPTANCE
                        : told == StanceValue.CONDITIONAL_SUPPORT ? told : StanceValue.SUPPORT;
            case PROPOSE -> told == null ? StanceValue.SUPPORT : told;
            case WARN -> told == null && isNamed(statement) ? StanceValue.SCEPTICAL : told;
            case DEMAND, ORDER ->
                told == null && words.contains(Attitude.REMEDY)
                        ? StanceValue.CONDITIONAL_SUPPORT
                        : ofDemand(statement, told);
            default ->
                statement.type() != CueClass.ACCEPT
                        ? told
                        : isOfPart(statement) ? StanceValue.PARTIAL_ACCEPTANCE : ofAcceptance(told);
        };
    }

    /** "welcomed the clause on fares": of a part, not of all. */
    private boolean isOfPart(Attribution statement) {
        Word object = statement.verb() == null ? null : statement.verb().kid("dobj");
        return object != null
                && Provisions.isPart(object)
                && namesIn(statement).stream().noneMatch(n -> n.contains(object.start())); // not "the nine points"
    }

    private boolean isNamed(Attribution statement) {
        return !namesIn(statement).isEmpty();
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
