package org.parley.events.extract;

/** Why a row of the record changed. */
enum ChangeReason {
    EXTRACTION,
    NEW_VERSION,
    RETRACTION
}
