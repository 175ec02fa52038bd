package org.parley.events.actor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.extraction.Speaker;
import org.parley.extraction.names.CountryWord;
import org.parley.extraction.names.Gazetteers;

/** Knows which names stand for a state: its own, and its capital or seat of government where that acts. */
@ApplicationScoped
public class Countries {

    private final Gazetteers gazetteers = Gazetteers.load();

    /** The same speaker, under the country's name if the words stand for its government. */
    public Speaker canonical(Speaker speaker) {
        if (speaker.kind() != Speaker.Kind.STATE && speaker.kind() != Speaker.Kind.ORGANISATION) {
            return speaker;
        }
        return gazetteers
                .country(speaker.name().replaceFirst("^[Tt]he ", ""))
                .filter(word -> word.kind() != CountryWord.Kind.DEMONYM)
                .map(word -> new Speaker(
                        word.country().name(),
                        Speaker.Kind.STATE,
                        speaker.aliases(),
                        speaker.role(),
                        speaker.roleSpan()))
                .orElse(speaker);
    }

    /** Who a text names as the maker or backer of a proposal. */
    public Speaker sponsor(String name) {
        return canonical(new Speaker(name, Speaker.Kind.ORGANISATION, List.of(), null, null));
    }
}
