package io.customerroom.engine.duckdb;

import io.customerroom.ledger.engine.Engine;
import io.customerroom.testkit.contract.MetricContract;
import java.nio.file.Path;
import java.time.Duration;

class DuckDbMetricIT extends MetricContract {

    @Override
    protected Engine start(Path folder) {
        return DuckDbEngine.start(new DuckDbSettings(256, 1, folder, Duration.ofSeconds(60)));
    }
}
