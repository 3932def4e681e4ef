package io.customerroom.web.security;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.people.People;
import org.springframework.stereotype.Component;

/** Holds up networks from which too many failed to sign in, whichever door they tried, and tells the trail. */
@Component
public final class NetworkGuard {

    private final NetworkLock networks;
    private final People people;

    NetworkGuard(NetworkLock networks, People people) {
        this.networks = networks;
        this.people = people;
    }

    boolean locked(String address) {
        return networks.locked(address);
    }

    /** Refuses whoever asks from a network that is held up. */
    public void requireOpen(String address) {
        if (networks.locked(address)) {
            throw Failure.yours(
                    "NETWORK_LOCKED",
                    "There were too many failures from your network.",
                    "Wait some minutes and try again.");
        }
    }

    /** Counts a failure, and tells the trail if this one holds the network up. */
    public void failed(Authorship by, String address) {
        networks.failed(address).ifPresent(until -> people.noteLockedNetwork(by, NetworkLock.network(address), until));
    }

    /** Forgets the failures before. */
    public void succeeded(String address) {
        networks.succeeded(address);
    }
}
