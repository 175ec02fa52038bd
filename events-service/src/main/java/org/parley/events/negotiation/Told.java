package org.parley.events.negotiation;

import java.time.LocalDate;

/** One proposal of one article: what clusters are made of. */
record Told(ArticleEvidence article, int number) {

    ProposalEvidence proposal() {
        return article.proposals().get(number);
    }

    String family() {
        return proposal().family();
    }

    LocalDate publishedOn() {
        return article.publishedOn();
    }

    boolean current() {
        return article.current();
    }

    Resolved.Proof proof(org.parley.events.receipt.Receipt receipt) {
        return new Resolved.Proof(article.id(), article.article(), article.articleVersion(), receipt);
    }

    /** The version that carries a group number, or null. */
    ProposalEvidence.Version version(int group) {
        return proposal().versions().stream()
                .filter(version -> version.group() == group)
                .findFirst()
                .orElse(null);
    }
}
