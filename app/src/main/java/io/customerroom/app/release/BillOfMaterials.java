package io.customerroom.app.release;

import io.customerroom.state.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bill of the build, in CycloneDX's form, with what no build knows of: vendored files and the runtime that goes along. */
final class BillOfMaterials {

    private BillOfMaterials() {}

    /** @param built JSON of CycloneDX 1.6 */
    static String of(String built, List<Vendored> vendored, Runtime.Version java, String vendorOfJava) {
        Map<String, @Nullable Object> bill = new LinkedHashMap<>(Json.readObject(built));
        List<@Nullable Object> components = new ArrayList<>(list(bill, "components"));
        List<@Nullable Object> dependencies = new ArrayList<>(list(bill, "dependencies"));
        vendored.forEach(one -> components.add(component(one)));
        vendored.forEach(one -> dependencies.add(Map.of("ref", one.purl())));
        String runtime = "pkg:generic/openjdk@" + java;
        components.add(Map.of(
                "type",
                "platform",
                "bom-ref",
                runtime,
                "publisher",
                vendorOfJava,
                "name",
                "OpenJDK",
                "version",
                java.toString(),
                "licenses",
                List.of(Map.of("expression", "GPL-2.0-only WITH Classpath-exception-2.0")),
                "purl",
                runtime));
        dependencies.add(Map.of("ref", runtime));
        bill.put("components", components);
        bill.put("dependencies", dependencies);
        return Json.write(bill) + "\n";
    }

    private static Map<String, Object> component(Vendored one) {
        List<Map<String, Object>> files = one.sha256().entrySet().stream()
                .map(file -> Map.<String, Object>of(
                        "type",
                        "file",
                        "name",
                        file.getKey(),
                        "hashes",
                        List.of(Map.of("alg", "SHA-256", "content", file.getValue()))))
                .toList();
        return Map.of(
                "type",
                "library",
                "bom-ref",
                one.purl(),
                "name",
                one.name(),
                "version",
                one.version(),
                "scope",
                "required",
                "licenses",
                List.of(Map.of("expression", one.licence())),
                "purl",
                one.purl(),
                "components",
                files);
    }

    private static List<?> list(Map<String, @Nullable Object> bill, String key) {
        return (List<?>) Objects.requireNonNull(bill.get(key), key);
    }
}
