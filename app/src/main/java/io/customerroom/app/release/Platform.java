package io.customerroom.app.release;

import java.util.Locale;
import java.util.Map;

/** The machine a package runs on, as it stands in the package's name: {@code linux-x64}. The runtime inside is that of the machine that made it. */
record Platform(String system, String processor) {

    private static final Map<String, String> PROCESSORS = Map.of("amd64", "x64", "x86_64", "x64", "aarch64", "arm64");

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** @param name as Java names the system, such as {@code Mac OS X} */
    static Platform of(String name, String processor) {
        String plain = name.toLowerCase(Locale.ROOT);
        String system = plain.startsWith("mac") ? "macos" : plain.startsWith("windows") ? "windows" : plain;
        return new Platform(system, PROCESSORS.getOrDefault(processor, processor));
    }

    @Override
    public String toString() {
        return system + "-" + processor;
    }
}
