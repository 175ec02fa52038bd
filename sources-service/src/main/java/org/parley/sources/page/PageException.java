package org.parley.sources.page;

/** A page that cannot be fetched or read; the message says why, for people. */
public final class PageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What to do about it. */
    public enum Kind {
        /** It may work later: the host is slow or broken. */
        LATER,
        /** It was not tried: the host is asked for something else just now. */
        BUSY,
        /** It will not work: forbidden, too large, no text. */
        NEVER,
        /** The page is not there any more: 404 or 410. */
        GONE
    }

    private final Kind kind;

    PageException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
