package io.customerroom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** What a piece of work costs this process in CPU seconds, all its threads together: the compiler's and the collector's among them. */
final class Cpu {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Cpu() {}

    /** The result must be used, or nothing need be computed. */
    static double seconds(Supplier<?> work) {
        long begin = PROCESS.getProcessCpuTime();
        if (work.get() == null) {
            throw new AssertionError("no result");
        }
        return (PROCESS.getProcessCpuTime() - begin) / 1e9;
    }
}
