package org.parley.launcher;

/** Something the person at the terminal can act on: its message is all that is printed. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public Failure(String message) {
        this(message, 1);
    }

    public Failure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    public Failure(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = 1;
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
