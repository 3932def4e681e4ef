package io.customerroom.web.forum;

import io.customerroom.ledger.workspace.Journey;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The stages of the company's journey, where it has described one. */
@Component
final class Stages {

    private final ObjectProvider<Journey> journey;

    Stages(ObjectProvider<Journey> journey) {
        this.journey = journey;
    }

    List<String> inOrder() {
        Journey known = journey.getIfAvailable();
        return known == null ? List.of() : known.stages();
    }
}
