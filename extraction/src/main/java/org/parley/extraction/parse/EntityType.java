package org.parley.extraction.parse;

/** What a name or figure is. As in OntoNotes; products, works, laws and languages are one type here. */
public enum EntityType {
    PERSON,
    /** Peoples, religions, parties' followers: "Russian", "Democrats". */
    NORP,
    FAC,
    ORG,
    /** Countries, cities, provinces. */
    GPE,
    LOC,
    EVENT,
    MISC,
    DATE,
    TIME,
    MONEY,
    PERCENT,
    QUANTITY,
    ORDINAL,
    CARDINAL
}
