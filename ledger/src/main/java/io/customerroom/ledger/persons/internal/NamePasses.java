package io.customerroom.ledger.persons.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.persons.LateNames;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.util.Map;

/** How far names have been looked for in texts that were there before them. */
public final class NamePasses {

    private static final SqlFile SQL = SqlFile.beside(LateNames.class);

    private final StateStore store;

    public NamePasses(StateStore store) {
        this.store = store;
    }

    /**
     * One look through all texts.
     *
     * @param number from 1; 0 stands for none yet
     * @param through the number of the last batch whose names were looked for
     * @param listHash of the company's own list
     */
    public record Pass(int number, int through, String listHash) {}

    /** The last one; before the first, one that looked for nothing. */
    public Pass last() {
        return store.read(handle -> handle.createQuery(SQL.text("last"))
                .map((row, context) -> new Pass(row.getInt("pass"), row.getInt("through"), row.getString("list_hash")))
                .findFirst()
                .orElse(new Pass(0, 0, "")));
    }

    /** How many texts all passes changed. */
    public long texts() {
        return store.read(handle ->
                handle.createQuery(SQL.text("changed-so-far")).mapTo(Long.class).one());
    }

    /** Records a pass that changed texts, and tells the trail. */
    public void add(Authorship by, Pass pass, long texts) {
        store.write(by, writing -> {
            insert(writing, pass, texts);
            writing.record(
                    "late-names-hidden",
                    Integer.toString(pass.number()),
                    Change.of("shown", "hidden"),
                    Map.of("texts", texts));
            return null;
        });
    }

    /** Records a pass that changed nothing beside what else is written. Another one of the same number stays as it is. */
    public static void insert(Writing writing, Pass pass) {
        insert(writing, pass, 0);
    }

    private static void insert(Writing writing, Pass pass, long texts) {
        writing.handle()
                .createUpdate(SQL.text("add"))
                .bind("pass", pass.number())
                .bind("through", pass.through())
                .bind("list_hash", pass.listHash())
                .bind("texts", texts)
                .bind("at", writing.now())
                .execute();
    }
}
