package io.customerroom.engine.duckdb;

import io.customerroom.ledger.engine.Engine;
import io.customerroom.testkit.contract.EngineContract;
import java.nio.file.Path;
import java.time.Duration;

class DuckDbContractTest extends EngineContract {

    @Override
    protected Engine start(Path folder) {
        return DuckDbEngine.start(new DuckDbSettings(256, 1, folder, Duration.ofSeconds(60)));
    }
}
