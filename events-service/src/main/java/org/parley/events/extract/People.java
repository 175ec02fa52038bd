package org.parley.events.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.parley.events.actor.ActorBook;
import org.parley.events.actor.Names;
import org.parley.events.actor.SameActors;
import org.parley.events.actor.Sides;
import org.parley.events.actor.Sides.Called;
import org.parley.events.actor.Surnames;
import org.parley.events.doubt.Doubts;
import org.parley.events.doubt.Doubts.Doubt;
import org.parley.events.table.NewRows;
import org.parley.extraction.ExtractedStatement;
import org.parley.extraction.Speaker;

/** Adds what an article shows of its speakers beside their names: the sides they speak for, and who may be one with whom. */
final class People {

    private People() {}

    static void add(ActorBook book, NewRows into, ReadArticle read, Map<Speaker, UUID> actors, Instant now) {
        List<Called> called = new ArrayList<>();
        for (ExtractedStatement statement : read.found().statements()) {
            for (Speaker speaker : statement.speakers()) {
                Set<String> names = new HashSet<>(speaker.aliases());
                names.add(speaker.name());
                if (speaker.kind() == Speaker.Kind.STATE) {
                    continue;
                }
                if (speaker.roleSpan() != null) {
                    called.add(new Called(actors.get(speaker), names(speaker, names), speaker.roleSpan()));
                }
                if (statement.speakerMention() != null && statement.speakers().size() == 1) {
                    called.add(new Called(actors.get(speaker), names(speaker, names), statement.speakerMention()));
                }
            }
        }
        Set<String> people = new HashSet<>();
        actors.keySet().stream()
                .filter(speaker -> speaker.kind() == Speaker.Kind.PERSON)
                .forEach(speaker -> {
                    people.add(Names.normalised(speaker.name()));
                    speaker.aliases().forEach(alias -> people.add(Names.normalised(alias)));
                });
        book.resolve(read.item().articleId(), Sides.states(called, read.text(), people));
        Sides.add(
                into, called, read.text(), read.item().articleId(), read.item().version(), now);
    }

    /**
     * Finds who the people are that an article names by surname alone, and asks which of the people that are new may be ones that
     * are known.
     *
     * @return who is somebody else now than before
     */
    static Surnames.Outcome know(Handle handle, Collection<UUID> actors, Instant now) {
        Surnames.Outcome surnames = Surnames.join(handle, actors, now);
        List<Doubt> doubts = Stream.of(surnames.doubtful(), SameActors.of(handle, actors, now))
                .flatMap(List::stream)
                .map(pair -> Doubt.ofTwo(
                        Doubts.Kind.ACTOR,
                        pair.one(),
                        pair.other(),
                        "\"%s\" and \"%s\" may be one person.".formatted(pair.oneName(), pair.otherName()),
                        pair.likeness()))
                .toList();
        if (!doubts.isEmpty() || !surnames.about().isEmpty()) {
            Doubts.enter(handle, Doubts.Kind.ACTOR, surnames.about(), doubts, now);
        }
        return surnames;
    }

    /** A person's own name is no side; a body's name may say whose it is: "Kesranian foreign ministry". */
    private static Set<String> names(Speaker speaker, Set<String> names) {
        return speaker.kind() == Speaker.Kind.PERSON ? names : Set.of();
    }
}
