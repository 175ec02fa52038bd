package org.parley.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a process and those it started have used of the processors, for loads on a machine that others use too. */
public final class ProcessorTime {

    private static final long TICK_MILLIS = 10;

    private ProcessorTime() {}

    /** Of a process, of those it started and of those among them that have ended. */
    public static Duration of(ProcessHandle process) {
        long ticks = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> ticks(one.pid()))
                .sum();
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }

    /** Of it, what Java's compilers took in those of their threads that live: a service that has run for a while has none of it. */
    public static Duration ofCompilers(ProcessHandle process) {
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        try (Stream<Path> all = Files.list(threads)) {
            long ticks = all.map(thread -> thread.resolve("stat"))
                    .mapToLong(stat -> isCompiler(stat) ? ticks(stat, 2) : 0)
                    .sum();
            return Duration.ofMillis(ticks * TICK_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCompiler(Path stat) {
        try {
            return Files.readString(stat).matches("(?s)\\d+ \\(C[12] Compiler.*");
        } catch (IOException e) {
            // The thread has just ended.
            return false;
        }
    }

    /** The server that a JDBC URL leads to, with all its processes; it runs on this machine. */
    public static ProcessHandle server(String database) {
        try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("the server cannot be asked which process it is", e);
        }
    }

    /** User and system time, its own and of the children it has waited for; see proc(5). */
    private static long ticks(long pid) {
        return ticks(Path.of("/proc", Long.toString(pid), "stat"), 4);
    }

    private static long ticks(Path file, int count) {
        try {
            String stat = Files.readString(file);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, 11, 11 + count)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (NoSuchFileException e) {
            // It has just ended: its parent counts it from now on.
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
