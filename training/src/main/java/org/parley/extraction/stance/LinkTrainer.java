package org.parley.extraction.stance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.extraction.ExtractedProposal;
import org.parley.extraction.ExtractedStatement.About;
import org.parley.extraction.ProposalMention;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.attribution.Attributions;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.Parser;
import org.parley.extraction.proposal.ProposalFinder;
import org.parley.extraction.speaker.SpeakerResolver;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.text.Region;
import org.parley.extraction.text.Regions;

/** Learns from labelled articles which proposal a statement speaks of. {@code main TALKS MODEL} */
public final class LinkTrainer {

    private static final int FOLDS = 5;

    private final Gazetteers gazetteers = Gazetteers.load();
    private final Parser parser = Parser.load(gazetteers);
    private final Attributions attributions = new Attributions(gazetteers);
    private final ProposalFinder proposals = new ProposalFinder(gazetteers);

    private int all;
    private int byGrammar;
    private int silent;

    public static void main(String[] args) throws IOException {
        LinkTrainer trainer = new LinkTrainer();
        List<List<LogLinear.Lesson>> lessons = new ArrayList<>();
        for (Talk talk : Talk.all(Path.of(args[0]))) {
            lessons.add(trainer.lessons(talk));
        }
        System.out.printf(
                "grammar alone: %d of %d right, %d without an answer%n",
                trainer.byGrammar, trainer.all, trainer.silent);
        crossValidate(lessons);
        Path model = Path.of(args[1]);
        new LogLinear(lessons.stream().flatMap(List::stream).toList()).write(model);
        System.out.printf("%d articles learned, model %d bytes%n", lessons.size(), Files.size(model));
    }

    /** Judged in fifths, each by what is learned from the other four. */
    private static void crossValidate(List<List<LogLinear.Lesson>> articles) {
        int right = 0;
        int count = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            List<LogLinear.Lesson> learn = new ArrayList<>();
            List<LogLinear.Lesson> judge = new ArrayList<>();
            for (int i = 0; i < articles.size(); i++) {
                (i % FOLDS == fold ? judge : learn).addAll(articles.get(i));
            }
            LogLinear model = new LogLinear(learn);
            for (LogLinear.Lesson lesson : judge) {
                right += model.best(lesson.options()) == lesson.right() ? 1 : 0;
            }
            count += judge.size();
        }
        System.out.printf("learned, on articles not learned from: %d of %d right%n", right, count);
    }

    List<LogLinear.Lesson> lessons(Talk talk) {
        List<Region> regions = Regions.of(talk.text());
        List<Span> prose = regions.stream()
                .filter(r -> r.kind().isProse())
                .map(r -> new Span(r.start(), r.end()))
                .toList();
        Article article = new Article(talk.text(), regions, parser.parse(talk.text(), prose));
        SpeakerResolver resolver = new SpeakerResolver(article, gazetteers);
        ProposalFinder.Found proposed = completed(proposals.in(article, null), talk);
        Stances stances = new Stances(proposed, article, gazetteers);
        List<LogLinear.Lesson> lessons = new ArrayList<>();
        for (Attribution statement : attributions.of(article)) {
            if (statement.content().isEmpty()) {
                continue;
            }
            List<Speaker> speakers = resolver.resolve(statement).speakers();
            List<Integer> ruled = stances.byGrammar(statement, speakers).stream()
                    .map(About::mention)
                    .toList();
            Links.Choice choice = stances.links().choice(statement, speakers);
            Talk.Labelled gold = talk.labelled(statement.content());
            Links.Candidate spoken = null;
            if (gold != null) {
                Span named = gold.about() == null ? null : talk.proposals().get(gold.about());
                spoken = choice.candidates().stream()
                        .filter(c -> named != null
                                && c.mentions().stream()
                                        .anyMatch(i -> proposed.mentions()
                                                .get(i)
                                                .span()
                                                .overlaps(named)))
                        .findFirst()
                        .orElse(null);
                if (named == null || spoken != null) {
                    List<List<String>> options = new ArrayList<>(choice.features());
                    options.add(choice.none());
                    lessons.add(new LogLinear.Lesson(
                            options,
                            spoken == null
                                    ? choice.candidates().size()
                                    : choice.candidates().indexOf(spoken)));
                    count(ruled, spoken);
                }
            }
            stances.links()
                    .remember(
                            statement,
                            speakers,
                            spoken == null ? -1 : spoken.mentions().get(0));
        }
        return lessons;
    }

    private void count(List<Integer> ruled, Links.Candidate spoken) {
        all++;
        silent += ruled.isEmpty() ? 1 : 0;
        boolean same = spoken == null ? ruled.isEmpty() : ruled.stream().anyMatch(spoken.mentions()::contains);
        byGrammar += same ? 1 : 0;
    }

    /** With the proposals that the finder misses, so that there is as much to choose from as the text tells. */
    private static ProposalFinder.Found completed(ProposalFinder.Found found, Talk talk) {
        List<ProposalMention> mentions = new ArrayList<>(found.mentions());
        List<ExtractedProposal> all = new ArrayList<>(found.proposals());
        int group = mentions.stream().mapToInt(ProposalMention::group).max().orElse(-1);
        ProposalMention.Kind kind = ProposalMention.Kind.OTHER;
        for (Span span : talk.proposals().values()) {
            if (mentions.stream().noneMatch(m -> m.span().overlaps(span))) {
                String words = talk.text().substring(span.start(), span.end());
                String head = words.substring(words.lastIndexOf(' ') + 1);
                mentions.add(new ProposalMention(span, head, kind, null, null, all.size(), ++group, "gold", 1));
                all.add(new ExtractedProposal(
                        kind, "plan", List.of(), List.of(), List.of(), -1, null, null, null, List.of()));
            }
        }
        mentions.sort(Comparator.comparing(ProposalMention::span));
        return new ProposalFinder.Found(mentions, all);
    }
}
