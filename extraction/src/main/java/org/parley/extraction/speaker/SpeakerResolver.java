package org.parley.extraction.speaker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.extraction.Span;
import org.parley.extraction.Speaker;
import org.parley.extraction.attribution.Attribution;
import org.parley.extraction.attribution.Speakers;
import org.parley.extraction.names.Gazetteers;
import org.parley.extraction.parse.EntityType;
import org.parley.extraction.parse.ParsedSentence;
import org.parley.extraction.parse.Word;
import org.parley.extraction.syntax.Article;
import org.parley.extraction.syntax.Clauses;

/**
 * From the words that name a speaker to who it is: a name in the phrase, a pronoun, a title alone, a state or body, a group. Made for
 * one article; statements are to be resolved in the order of the text, as "he" may be the speaker before.
 */
public final class SpeakerResolver {

    private static final Set<String> PERSONAL = Set.of("he", "she", "him", "her", "his");
    private static final Set<String> COLLECTIVE =
            Set.of("they", "them", "it", "both", "some", "others", "several", "many");

    /** Pronouns that are no name for anybody. */
    private static final Set<String> NAMELESS =
            Set.of("they", "them", "their", "it", "we", "our", "my", "i", "you", "us");

    /** For a name of one word: the rest of it stands nowhere, or was not found. */
    private static final double LONE = 0.9;

    /** Who, and how sure the step to the name is. */
    public record Resolved(List<Speaker> speakers, double confidence) {}

    private final Article article;
    private final Gazetteers gazetteers;
    private final Speakers animacy;
    private final People people;
    private final Pronouns pronouns;
    private final Descriptions descriptions;
    private final Joint joint;
    /** Who wrote "the statement", "the letter", by the noun. */
    private final Map<String, Resolved> authors = new HashMap<>();

    private Resolved last;
    private Person lastPerson;
    private final Unnamed unnamed = new Unnamed();
    private int lastPersonPlace = -1;
    private int lastPlace = -1;

    public SpeakerResolver(Article article, Gazetteers gazetteers) {
        this.article = article;
        this.gazetteers = gazetteers;
        this.animacy = new Speakers(gazetteers);
        this.people = new People(article, gazetteers);
        this.pronouns = new Pronouns(article, people);
        this.descriptions = new Descriptions(article, people, gazetteers);
        this.joint = new Joint(people, animacy);
    }

    /** The speakers of a statement; empty when the text does not tell. */
    public Resolved resolve(Attribution statement) {
        if (statement.rule().equals("label") && statement.head() == null && people.interviewee() != null) {
            return person(people.interviewee(), null, 0.95);
        }
        if (statement.head() == null || statement.source() == null) {
            return new Resolved(List.of(), 0.5);
        }
        Resolved resolved =
                statement.rule().equals("label") ? labelled(statement) : resolve(statement.head(), statement.source());
        last = resolved;
        lastPlace = statement.place();
        boolean person = resolved.speakers().stream().anyMatch(s -> s.kind() == Speaker.Kind.PERSON);
        unnamed.heard(statement, resolved.speakers(), animacy.isBody(statement.head()));
        lastPersonPlace = person ? lastPlace : lastPersonPlace;
        return resolved;
    }

    /** Who speaks in turns with another is a person, whatever the tagger took the label for. */
    private Resolved labelled(Attribution statement) {
        Resolved resolved = resolve(statement.head(), statement.source());
        boolean person = resolved.speakers().stream().anyMatch(s -> s.kind() == Speaker.Kind.PERSON);
        if (person || statement.head().is(EntityType.ORG) || statement.head().is(EntityType.GPE)) {
            return resolved;
        }
        String label = Names.clean(article.text(statement.source()));
        String name = people.fullName(label);
        return new Resolved(
                List.of(new Speaker(
                        name,
                        Speaker.Kind.PERSON,
                        name.equals(label) ? List.of(name) : List.of(name, label),
                        null,
                        null)),
                LONE);
    }

    /** The person that the subject of a sentence stands for, as far as the text has been read; or null. */
    public String nameOf(Word head) {
        if (PERSONAL.contains(head.lower())) {
            Person person = pronouns.resolve(head, lastPerson, lastPersonPlace);
            return person == null ? null : person.name();
        }
        Person named = named(head, Clauses.nounPhrase(head));
        return named == null ? null : named.name();
    }

    private Resolved resolve(Word head, Span source) {
        String lower = head.lower();
        if (PERSONAL.contains(lower)) {
            Speaker before = unnamed.before(head, people);
            if (before != null) {
                return new Resolved(List.of(before), 0.85);
            }
            Person person = pronouns.resolve(head, lastPerson, lastPersonPlace);
            return person == null ? new Resolved(List.of(), 0.5) : person(person, null, 0.93);
        }
        if (COLLECTIVE.contains(lower)
                && last != null
                && !last.speakers().isEmpty()
                && head.start() - lastPlace < 500
                && isCollective(last)
                && (lower.equals("they") || lower.equals("it"))) {
            return new Resolved(last.speakers(), 0.75);
        }
        if (NAMELESS.contains(lower)) {
            return groupBefore(head);
        }
        List<Word> joint = this.joint.of(head, source);
        Person holder = joint.size() > 1 ? this.joint.holder(joint, source) : null;
        if (holder != null) {
            return person(holder, source, 1);
        }
        Person named = named(head, source);
        if (named != null && !(joint.size() > 1 && this.joint.areNamed(joint, source))) {
            return person(named, source, 1);
        }
        if (joint.size() > 1) {
            List<Speaker> speakers = new ArrayList<>();
            for (Word one : joint) {
                speakers.addAll(single(one, Clauses.nounPhrase(one)).speakers());
            }
            return new Resolved(speakers.stream().distinct().toList(), 0.95);
        }
        return written(head, source);
    }

    /** Of a statement or letter whose author is told, its author: "a letter from the mayor"; later "the letter" is that one. */
    private Resolved written(Word head, Span source) {
        if (!animacy.isDocument(head)) {
            return single(head, source);
        }
        String noun = head.lemma().toLowerCase(Locale.ROOT);
        Word author = Authors.of(head, animacy);
        if (author == null && authors.containsKey(noun) && Descriptions.isDefinite(head)) {
            return authors.get(noun);
        }
        Resolved resolved = author == null
                ? single(head, source)
                : PERSONAL.contains(author.lower()) || NAMELESS.contains(author.lower())
                        ? resolve(author, author.span())
                        : single(author, Clauses.nounPhrase(author));
        if (author != null && !resolved.speakers().isEmpty()) {
            authors.put(noun, resolved);
        }
        return resolved.speakers().isEmpty() ? single(head, source) : resolved;
    }

    /** "They": the group or body that is the subject of a sentence right before; nobody where there is none. */
    private Resolved groupBefore(Word pronoun) {
        String lower = pronoun.lower();
        boolean one = lower.equals("it");
        ParsedSentence sentence = article.sentenceOf(pronoun);
        for (int i = sentence.index();
                !lower.startsWith("w") && lower.length() > 1 && i >= Math.max(0, sentence.index() - 2);
                i--) {
            ParsedSentence there = article.sentences().get(i);
            for (Word word : there.words()) {
                boolean group = one
                        ? animacy.isBody(word)
                        : word.tag().equals("NNS") || word.is(EntityType.ORG) || word.kid("conj") != null;
                if (word.start() < pronoun.start()
                        && Clauses.isSubject(word)
                        && group
                        && !article.inQuotation(word)
                        && animacy.isSomebody(word)) {
                    return new Resolved(single(word, Clauses.nounPhrase(word)).speakers(), 0.7);
                }
            }
        }
        return new Resolved(List.of(), 0.4);
    }

    private Resolved single(Word head, Span source) {
        Person named = named(head, source);
        if (named != null) {
            return person(named, source, 1);
        }
        Word body = isBody(head) ? head : nameOfBody(head, source);
        if (body != null) {
            return new Resolved(List.of(body(body, body == head ? source : Clauses.nounPhrase(body))), 0.97);
        }
        Person described = descriptions.person(head, source);
        if (described != null) {
            return person(described, null, 0.85);
        }
        String words = descriptions.fullest(head, source);
        if (words.chars().noneMatch(Character::isLetterOrDigit)) {
            return new Resolved(List.of(), 0.3);
        }
        return new Resolved(List.of(new Speaker(words, kindOf(head), List.of(words), null, null)), 0.95);
    }

    /** Of several names in the phrase the head's wins, then its apposition's, then one that stands before it ("envoy Orr"); never the possessor's. */
    private Person named(Word head, Span source) {
        Person best = null;
        for (NameMention mention : people.between(source.start(), source.end())) {
            Word top = mention.head();
            if (mention.quoted() && !article.inQuotation(head)) {
                continue;
            }
            if (top == head || mention.span().contains(head.start())) {
                return people.of(mention);
            }
            if ((top.hasRelation("appos") && top.head() == head) || people.office(mention) == head) {
                best = people.of(mention);
            } else if (best == null && isOwn(mention, head, source)) {
                best = people.of(mention);
            }
        }
        return best;
    }

    /** Whether a name in the phrase is the speaker's, not a possessor's or that of somebody he works for. */
    private static boolean isOwn(NameMention mention, Word head, Span source) {
        Word at = mention.head();
        while (at != null && at != head && source.contains(at.start())) {
            if (at.hasRelation("poss", "pobj", "prep", "relcl", "acl", "dobj")) {
                return false;
            }
            at = at.head();
        }
        return at == head || mention.span().end() == source.end();
    }

    private Resolved person(Person person, Span source, double confidence) {
        lastPerson = person;
        Role role = bestRole(person, source);
        Speaker speaker = new Speaker(
                person.name(),
                Speaker.Kind.PERSON,
                person.aliases(),
                role == null ? null : role.text(),
                role == null ? null : role.span());
        return new Resolved(List.of(speaker), person.words().length > 1 ? confidence : LONE * confidence);
    }

    /** The fullest role in the speaker's own phrase; else the first the article prints that is more than a rank ("General"), else a rank. */
    private static Role bestRole(Person person, Span source) {
        Role own = null;
        Role first = null;
        for (Role role : person.roles()) {
            boolean here = source != null && source.contains(role.span());
            own = here && (own == null || role.words() > own.words()) ? role : own;
            first = first == null || (first.words() == 1 && role.words() > 1) ? role : first;
        }
        return own != null && (own.words() > 1 || first.words() == 1) ? own : first;
    }

    private boolean isBody(Word head) {
        return head.is(EntityType.ORG)
                || head.is(EntityType.GPE)
                || (head.isProperNoun() && !head.is(EntityType.NORP) && !head.is(EntityType.DATE) && !isPlural(head))
                || (gazetteers.country(head.form()).isPresent() && head.isProperNoun() && !isPlural(head));
    }

    /** "their lobby group, SteelCal": the name that stands behind what the body is; or null. */
    private Word nameOfBody(Word head, Span source) {
        Word name = head.tag().equals("NNS") || !animacy.isSomebody(head) ? null : head.kid("appos");
        boolean body = name != null
                && (name.is(EntityType.ORG)
                        || (!name.is(EntityType.PERSON) && kindOf(head) == Speaker.Kind.ORGANISATION));
        return body && isBody(name) && name.kid("conj") == null && source.contains(name.span()) ? name : null;
    }

    private static boolean isPlural(Word head) {
        return head.tag().equals("NNPS") && !head.is(EntityType.ORG) && !head.is(EntityType.GPE);
    }

    private Speaker body(Word head, Span source) {
        Span span = head.entity() != null && head.entity().type() != EntityType.PERSON
                ? head.entity().span()
                : source;
        if (!source.contains(span)) {
            span = source;
        }
        span = Names.properRun(span, source, article);
        String name = Names.clean(article.text(span));
        Speaker holder = holder(name, span);
        if (holder != null) {
            return holder;
        }
        boolean state = gazetteers.country(name).isPresent()
                || gazetteers.country(head.form()).isPresent()
                || head.is(EntityType.GPE);
        boolean group = head.isNoun() && !head.isProperNoun();
        if (group) {
            name = Names.clean(article.text(source));
        }
        return new Speaker(
                name, state && !group ? Speaker.Kind.STATE : Speaker.Kind.ORGANISATION, List.of(name), null, null);
    }

    /** "Harbour Administrator Petra Holm", taken for a body as a whole: the person behind the title; or null. */
    private Speaker holder(String name, Span at) {
        String[] words = name.split(" ", -1);
        for (int i = words.length - 3; i >= 0; i--) {
            boolean title = gazetteers.titleKind(words[i]).isPresent() && !gazetteers.isFirstName(words[i]);
            if (title && gazetteers.isFirstName(words[i + 1]) && words.length - i <= 5) {
                String person = String.join(" ", Arrays.copyOfRange(words, i + 1, words.length));
                String role = String.join(" ", Arrays.copyOfRange(words, 0, i + 1));
                int start = article.text().indexOf(role, at.start());
                Span span = start >= 0 && start < at.end() ? new Span(start, start + role.length()) : null;
                return new Speaker(
                        person, Speaker.Kind.PERSON, List.of(person, name), span == null ? null : role, span);
            }
        }
        return null;
    }

    private static Speaker.Kind kindOf(Word head) {
        return BodyNouns.isBody(head.lemma().toLowerCase(Locale.ROOT))
                        && !head.tag().equals("NNS")
                ? Speaker.Kind.ORGANISATION
                : Speaker.Kind.GROUP;
    }

    private static boolean isCollective(Resolved resolved) {
        return resolved.speakers().stream().anyMatch(s -> s.kind() != Speaker.Kind.PERSON)
                || resolved.speakers().size() > 1;
    }
}
