package io.customerroom.app.cli;

import io.customerroom.kernel.Failure;
import java.util.Optional;
import java.util.OptionalInt;

/** The number of {@code --port}, refused before any work begins. */
final class Port {

    private static final int LAST = 65_535;

    private Port() {}

    static OptionalInt of(Optional<Integer> written) {
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        int port = written.get();
        if (port < 0 || port > LAST) {
            throw Failure.yours(
                    "PORT_REFUSED",
                    "--port is %d, which is no port.".formatted(port),
                    "Use 1 to %d, 0 for any free one, or leave it out.".formatted(LAST));
        }
        return OptionalInt.of(port);
    }
}
