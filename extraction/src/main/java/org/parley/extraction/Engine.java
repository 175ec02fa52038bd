package org.parley.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.extraction.assertion.AssertionFinder;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.attribution.Attributions;
import org.parley.extraction.detail.CircumstanceFinder;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.Parser;
import org.parley.extraction.proposal.DemandedPoints;
import org.parley.extraction.proposal.ProposalFinder;
import org.parley.extraction.speaker.SpeakerResolver;
import org.parley.extraction.stance.Stances;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Language;
import org.parley.extraction.text.Region;
import org.parley.extraction.text.Regions;

/**
 * Reads an English article and tells who says what in it. Holds its models, is immutable and may be used by many threads at once; time
 * grows in proportion to the text's length.
 */
public final class Engine implements StatementExtractor {

    /** Name and version of the rules, to be kept with what they find. */
    public static final String VERSION = "parley-rules/9";

    private final Parser parser;
    private final Gazetteers gazetteers;
    private final Attributions attributions;
    private final ProposalFinder proposals;

    private Engine(Gazetteers gazetteers, Parser parser) {
        this.gazetteers = gazetteers;
        this.parser = parser;
        this.attributions = new Attributions(gazetteers);
        this.proposals = new ProposalFinder(gazetteers);
    }

    /** Loads the models from the class path; takes a second or two. */
    public static Engine load() {
        Gazetteers gazetteers = Gazetteers.load();
        return new Engine(gazetteers, Parser.load(gazetteers));
    }

    @Override
    public String version() {
        return VERSION;
    }

    /** What an article says; nothing when it is in a language the engine does not read. Any characters are taken. */
    @Override
    public Extraction extract(ArticleText given) {
        String text = given.text();
        String language = Language.of(text);
        if (!reads(language, given.language())) {
            return Extraction.unread(language);
        }
        List<Region> regions = Regions.of(text);
        Article article = new Article(text, regions, parser.parse(text, prose(regions)));
        SpeakerResolver speakers = new SpeakerResolver(article, gazetteers);
        CircumstanceFinder circumstances =
                new CircumstanceFinder(article, given.publishedOn(), gazetteers, speakers::nameOf);
        Statements statements = new Statements(article);
        ProposalFinder.Found proposed = proposals.in(article, given.publishedOn());
        List<ProposalMention> mentions = proposed.mentions();
        Stances stances = new Stances(proposed, article, gazetteers);
        List<ExtractedStatement> found = new ArrayList<>();
        for (Attribution attribution : attributions.of(article)) {
            SpeakerResolver.Resolved who = speakers.resolve(attribution);
            ExtractedStatement statement = statements.of(
                    attribution,
                    who,
                    circumstances.of(attribution, who.speakers()),
                    stances.of(attribution, who.speakers()));
            if (statement != null) {
                found.add(statement);
            }
        }
        return new Extraction(
                language,
                true,
                found,
                new AssertionFinder(article).in(mentions, proposed.proposals(), found),
                mentions,
                DemandedPoints.among(proposed.proposals(), mentions, found, text),
                NamesInText.of(article, gazetteers));
    }

    private static boolean reads(String recognised, String declared) {
        if (recognised.equals(Language.UNDETERMINED)) {
            return declared == null
                    || declared.isBlank()
                    || declared.equals(Language.UNDETERMINED)
                    || declared.toLowerCase(Locale.ROOT).startsWith("en");
        }
        return recognised.equals("en");
    }

    private static List<Span> prose(List<Region> regions) {
        List<Span> prose = new ArrayList<>();
        for (Region region : regions) {
            if (region.kind().isProse()) {
                prose.add(new Span(region.start(), region.end()));
            }
        }
        return prose;
    }
}
