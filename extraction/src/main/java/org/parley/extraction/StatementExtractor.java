package org.parley.extraction;

/**
 * Reads who says what in an article: the {@link Engine} of this module, or another engine in the same form. Whoever implements it hands
 * out only spans that lie in the article's text, and leaves empty what the text does not say.
 */
public interface StatementExtractor {

    /** Name and version, to be kept with what is found: two that may answer differently have different ones. */
    String version();

    /**
     * What an article says. May be called by many threads at once.
     *
     * @throws RuntimeException when the engine cannot answer; never for the sake of what the text holds
     */
    Extraction extract(ArticleText article);
}
