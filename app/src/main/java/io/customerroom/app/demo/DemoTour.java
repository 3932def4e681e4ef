package io.customerroom.app.demo;

import io.customerroom.demo.DemoSettings;
import io.customerroom.demo.Sight;
import io.customerroom.demo.Sights;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.web.tour.Tour;
import java.util.Optional;

/** The tour through the demo company: its sights, as the room's page shows them. */
public final class DemoTour {

    private DemoTour() {}

    /** Empty where the workspace holds no demo. */
    public static Optional<Tour> of(Workspace workspace) {
        return DemoWorkspace.settings(workspace).map(DemoTour::through);
    }

    private static Tour through(DemoSettings settings) {
        return new Tour(Sights.of(settings).stream().map(DemoTour::stop).toList(), Sights.toCome());
    }

    private static Tour.Stop stop(Sight sight) {
        return new Tour.Stop(
                sight.id(),
                sight.question(),
                sight.look(),
                sight.answer(),
                sight.places().stream()
                        .map(place -> new Tour.Place(place.label(), place.path(), place.view(), place.exhibit()))
                        .toList());
    }
}
