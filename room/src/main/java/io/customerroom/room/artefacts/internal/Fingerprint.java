package io.customerroom.room.artefacts.internal;

import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Kind;
import io.customerroom.state.Hash;
import io.customerroom.state.json.Json;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * SHA-256 over what hangs there. The salt lies beside the words and goes with them: without it nobody can try out which short quote a
 * fingerprint was made of.
 */
final class Fingerprint {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Fingerprint() {}

    static String salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    static String of(String salt, Kind kind, Intake intake, Optional<Artefact.Stored> stored) {
        return Hash.of(Json.write(List.of(
                salt,
                kind.id(),
                intake.said(),
                stored.map(Artefact.Stored::hash).orElse(""))));
    }
}
