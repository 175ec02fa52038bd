package org.parley.extraction.names;

/** The grammatical gender a first name tells of; a role noun or a pronoun nearby beats it. */
public enum Gender {
    FEMALE,
    MALE,
    UNKNOWN
}
