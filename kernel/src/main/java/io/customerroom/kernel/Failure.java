package io.customerroom.kernel;

import org.jspecify.annotations.Nullable;

/**
 * An answer that could not be given, sorted by who can mend it, with a stable code and the next step.
 * Messages never carry personal data or secrets.
 */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Who can mend it; the number is the exit code of the command line. */
    public enum Kind {
        /** A fault of the program. */
        OURS(1),
        /** Bad input, a wrong option, a missing right: the asker can mend it. */
        YOURS(2),
        /** Not enough memory, disk or time. */
        RESOURCES(3);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;
    private final String code;
    private final String nextStep;

    private Failure(Kind kind, String code, String message, String nextStep, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.nextStep = nextStep;
    }

    /** The asker can mend it. The message says where and what was seen, the next step what would be accepted. */
    public static Failure yours(String code, String message, String nextStep) {
        return new Failure(Kind.YOURS, code, message, nextStep, null);
    }

    public static Failure ours(String code, String message, @Nullable Throwable cause) {
        return new Failure(
                Kind.OURS,
                code,
                message,
                "Run './customer-room doctor'; if it finds nothing, report this code.",
                cause);
    }

    public static Failure resources(String code, String message, String nextStep) {
        return new Failure(Kind.RESOURCES, code, message, nextStep, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable and in capitals, for example {@code FILE_TRUNCATED}: scripts and translations may rely on it. */
    public String code() {
        return code;
    }

    public String nextStep() {
        return nextStep;
    }

    /** Message, next step and code on one line, as the command line prints it. */
    public String sentence() {
        return "%s %s [%s]".formatted(getMessage(), nextStep, code);
    }
}
