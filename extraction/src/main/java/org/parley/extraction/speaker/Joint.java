package org.parley.extraction.speaker;

import java.util.ArrayList;
import java.util.List;
import org.parley.extraction.Span;
import org.parley.extraction.attribution.Speakers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.Word;

/** Several heads of one phrase: two who speak together ("Orr and Holm"), or one who holds two offices ("chairman and president Holm"). */
final class Joint {

    private static final int MOST = 8;

    private final People people;
    private final Speakers animacy;

    Joint(People people, Speakers animacy) {
        this.people = people;
        this.animacy = animacy;
    }

    /** The head and what is set beside it by "and" within the phrase; the head alone where the rest is nobody ("sales and marketing director"). */
    List<Word> of(Word head, Span source) {
        List<Word> all = new ArrayList<>();
        all.add(head);
        for (int i = 0; i < all.size() && all.size() < MOST; i++) {
            for (Word kid : all.get(i).kids("conj")) {
                if (source.contains(kid.start())) {
                    all.add(kid);
                }
            }
        }
        List<Word> somebody = all.stream().filter(animacy::isSomebody).toList();
        return somebody.isEmpty() ? List.of(head) : somebody;
    }

    /** The one person whose offices these are, with the name at the end of the phrase; or null. */
    Person holder(List<Word> heads, Span source) {
        List<NameMention> names = List.copyOf(people.between(source.start(), source.end()));
        if (names.size() != 1 || names.get(0).span().end() < source.end() - 1) {
            return null;
        }
        NameMention name = names.get(0);
        for (Word head : heads) {
            if (name.span().contains(head.start())) {
                continue;
            }
            boolean one = !head.tag().equals("NNS") && !head.tag().equals("NNPS");
            if (!one || !people.isRoleNoun(head)) {
                return null;
            }
        }
        Word first = heads.get(0);
        return name.span().contains(first.start()) ? null : people.of(name);
    }

    /** Whether each of them is a name: a person's or a body's. */
    boolean areNamed(List<Word> heads, Span source) {
        Person before = null;
        for (Word head : heads) {
            Person person = people.at(head.start());
            for (NameMention mention : people.between(source.start(), source.end())) {
                person = mention.head() == head ? people.of(mention) : person;
            }
            boolean named = (person != null && person != before) || head.is(EntityType.ORG) || head.is(EntityType.GPE);
            if (!named) {
                return false;
            }
            before = person;
        }
        return true;
    }
}
