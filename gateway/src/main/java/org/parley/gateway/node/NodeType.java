package org.parley.gateway.node;

import java.util.Arrays;
import java.util.Optional;

/** The types that have global ids, each with the byte that stands for it inside an id. These bytes never change. */
public enum NodeType {
    ARTICLE('a', "Article"),
    ARTICLE_VERSION('v', "ArticleVersion"),
    OUTLET('o', "Outlet"),
    STATEMENT('s', "Statement"),
    ACTOR('p', "Actor"),
    PROPOSAL('t', "Proposal"),
    PROPOSAL_VERSION('u', "ProposalVersion"),
    POINT('n', "Point"),
    UTTERANCE('w', "Utterance"),
    CONFLICT('c', "Conflict"),
    ASSERTION('q', "Assertion"),
    FEED('f', "Feed"),
    REVIEW_ITEM('r', "ReviewItem"),
    DECISION('d', "Decision");

    private final char mark;
    private final String typeName;

    NodeType(char mark, String typeName) {
        this.mark = mark;
        this.typeName = typeName;
    }

    char mark() {
        return mark;
    }

    /** Its name in the schema. */
    public String typeName() {
        return typeName;
    }

    static Optional<NodeType> marked(int mark) {
        return Arrays.stream(values()).filter(type -> type.mark == mark).findFirst();
    }

    /** The type of that name in the schema. */
    public static Optional<NodeType> named(String typeName) {
        return Arrays.stream(values())
                .filter(type -> type.typeName.equals(typeName))
                .findFirst();
    }
}
