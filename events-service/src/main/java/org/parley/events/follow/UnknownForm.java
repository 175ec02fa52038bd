package org.parley.events.follow;

/** What is told has a form that is not known here: telling it again does not help. */
final class UnknownForm extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownForm(String message, Throwable cause) {
        super(message, cause);
    }
}
