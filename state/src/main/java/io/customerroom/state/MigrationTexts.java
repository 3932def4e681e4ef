package io.customerroom.state;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands Flyway the folders' migrations: as they were written, or as {@link PostgresDdl} reads them, and before them what they all use. */
final class MigrationTexts implements ResourceProvider {

    private static final String COMMON = "V0_1__numbers.sql";

    /** Sets the column that the argument names to one more than the table's largest. */
    private static final String NEXT_NUMBER = """
            CREATE OR REPLACE FUNCTION next_number() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE next BIGINT;
            BEGIN
                EXECUTE format('SELECT COALESCE(MAX(%I), 0) + 1 FROM %I.%I', tg_argv[0], tg_table_schema, tg_table_name) INTO next;
                RETURN jsonb_populate_record(new, jsonb_build_object(tg_argv[0], next));
            END $$;
            """;

    private final Map<String, LoadableResource> resources = new TreeMap<>();

    private MigrationTexts() {}

    static MigrationTexts asWritten(List<MigrationFolder> folders) {
        MigrationTexts texts = new MigrationTexts();
        texts.add(folders, UnaryOperator.identity());
        return texts;
    }

    static MigrationTexts forPostgres(List<MigrationFolder> folders) {
        MigrationTexts texts = new MigrationTexts();
        texts.add("db/migration/postgresql/" + COMMON, NEXT_NUMBER);
        texts.add(folders, PostgresDdl::of);
        return texts;
    }

    private void add(List<MigrationFolder> folders, UnaryOperator<String> read) {
        folders.forEach(folder ->
                folder.texts().forEach((name, text) -> add(folder.location() + "/" + name, read.apply(text))));
    }

    private void add(String path, String text) {
        resources.put(path, new Text(path, text));
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return resources.get(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return resources.values().stream()
                .filter(resource -> resource.getFilename().startsWith(prefix)
                        && List.of(suffixes).stream().anyMatch(resource.getFilename()::endsWith))
                .toList();
    }

    private static final class Text extends LoadableResource {

        private final String path;
        private final String text;

        Text(String path, String text) {
            this.path = path;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
