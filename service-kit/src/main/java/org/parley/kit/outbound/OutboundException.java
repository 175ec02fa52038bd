package org.parley.kit.outbound;

/** Why a request to the outside brought no answer. */
public final class OutboundException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The reasons there are. */
    public enum Reason {
        /** The address is not one that may be asked: its form, scheme, port, or where its host is. */
        REFUSED,
        /** No such host, or nothing listens there, or the connection broke. */
        UNREACHABLE,
        /** The other side's certificate is not valid for its name, or its TLS is not one we speak. */
        TLS,
        /** It took longer than it may, in all or between two bytes. */
        TIMEOUT,
        /** The body is longer than it may be, as sent or once unpacked. */
        TOO_LARGE,
        /** Too many redirects, or one in a circle, without an address, or from https to http. */
        REDIRECTS,
        /** What came is no HTTP, or packed in a way that was not asked for. */
        BROKEN
    }

    private final Reason reason;

    OutboundException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    OutboundException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
