package org.parley.launcher.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.parley.extraction.ArticleText;
import org.parley.extraction.Engine;

/**
 * What reading costs.
 *
 * @param loadSeconds processor time until the engine could read, by the thread that loaded it
 * @param perSecond articles of {@link #USUAL} characters for each second of one core's time, once warm
 * @param heapMegabytes the most that all parts of the heap held, garbage included; never above what the process was given
 * @param heapLimitMegabytes what the process was given
 */
record Speed(double loadSeconds, double perSecond, long heapMegabytes, long heapLimitMegabytes) {

    /** Characters of a news article as GUM has them, on average. */
    static final int USUAL = 1_728;

    private static final double NANOS = 1e9;
    private static final long MEGABYTE = 1 << 20;

    /** Reads the texts over and over, as long unmeasured as measured. */
    static Speed of(Supplier<Engine> loader, List<String> texts, double seconds) {
        double start = processorSeconds();
        Engine engine = loader.get();
        double load = processorSeconds() - start;
        read(engine, texts, seconds);
        double perSecond = read(engine, texts, seconds) / USUAL;
        return new Speed(
                load, perSecond, heapPeak() / MEGABYTE, Runtime.getRuntime().maxMemory() / MEGABYTE);
    }

    /** Characters read for each second of this thread's processor time. */
    private static double read(Engine engine, List<String> texts, double seconds) {
        double start = processorSeconds();
        double spent = 0;
        long characters = 0;
        for (int i = 0; spent < seconds; i++) {
            String text = texts.get(i % texts.size());
            engine.extract(ArticleText.of(text));
            characters += text.length();
            spent = processorSeconds() - start;
        }
        return characters / spent;
    }

    private static double processorSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS;
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(peak -> peak.getUsed())
                .sum();
    }

    /** One line for people. */
    String line() {
        return String.format(
                Locale.ROOT,
                "loaded in %.1f s; %.0f articles of %,d characters for each second of a core; heap at most %d of %d MB",
                loadSeconds,
                perSecond,
                USUAL,
                heapMegabytes,
                heapLimitMegabytes);
    }
}
