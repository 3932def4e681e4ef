package io.customerroom.engine.duckdb;

import io.customerroom.ledger.engine.Engine;
import io.customerroom.testkit.contract.CostMetricContract;
import java.nio.file.Path;
import java.time.Duration;

class DuckDbCostMetricIT extends CostMetricContract {

    @Override
    protected Engine start(Path folder) {
        return DuckDbEngine.start(new DuckDbSettings(512, 2, folder, Duration.ofMinutes(5)));
    }
}
