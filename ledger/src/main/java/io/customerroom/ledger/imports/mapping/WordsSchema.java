package io.customerroom.ledger.imports.mapping;

import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/** YAML whose values are words as they are written: {@code 007} and {@code 1.10} are no numbers. Only what is left empty is nothing. */
final class WordsSchema implements Schema {

    private final Schema json = new JsonSchema();

    @Override
    public ScalarResolver getScalarResolver() {
        return (value, implicit) ->
                implicit && (value.isEmpty() || value.equals("null") || value.equals("~")) ? Tag.NULL : Tag.STR;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        return json.getSchemaTagConstructors();
    }
}
