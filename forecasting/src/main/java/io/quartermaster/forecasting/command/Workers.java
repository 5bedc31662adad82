package io.quartermaster.forecasting.command;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/// A thread for each processor, and a clock that says how long they worked.
///
/// The clock adds up the processor's seconds of the threads that learn and forecast, code not yet
/// compiled and all, and of collecting their garbage. What the virtual machine itself does
/// beside them (compiling, above all) is part of starting up: the process's seconds have that as
/// well.
final class Workers implements AutoCloseable {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    // No worker may die between two pieces of work: what it has spent would be forgotten.
    private final ForkJoinPool pool = new ForkJoinPool(
            PROCESSORS,
            ForkJoinPool.defaultForkJoinWorkerThreadFactory,
            null,
            false,
            PROCESSORS,
            PROCESSORS,
            1,
            null,
            1,
            TimeUnit.DAYS);

    /// The processor's seconds of some work.
    ///
    /// @param own of the threads that did it and of collecting their garbage
    /// @param process of the whole process meanwhile
    record Spent(double own, double process) {}

    /// What the clocks show: of the threads, of collecting garbage, of the whole process.
    private record Clocks(double threads, double collecting, double process) {

        private Spent since(Clocks before) {
            double threads = this.threads - before.threads;
            // The process's clock ticks in hundredths of a second: little work may not show on it.
            double process = Math.max(threads, this.process - before.process);
            return new Spent(Math.min(process, threads + collecting - before.collecting), process);
        }
    }

    /// What came of it, and what it took.
    record Done<T>(T outcome, Spent spent) {}

    /// Does the work; its parallel streams run on these threads.
    ///
    /// @throws IllegalStateException if it fails in a way that is no unchecked exception
    <T> Done<T> work(Callable<T> work) {
        var before = clocks();
        try {
            var outcome = pool.submit(work).get();
            return new Done<>(outcome, clocks().since(before));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("The forecast failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The forecast was interrupted.", e);
        }
    }

    private static Clocks clocks() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long nanos = Arrays.stream(threads.getThreadCpuTime(threads.getAllThreadIds()))
                .filter(each -> each > 0) // -1 for one that has just ended
                .sum();
        // Told in milliseconds of the wall; at most all processors were at it.
        long collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Clocks(nanos / NANOS, collecting * PROCESSORS / MILLIS, system.getProcessCpuTime() / NANOS);
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
