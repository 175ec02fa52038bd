package org.parley.launcher.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.parley.launcher.Failure;

/**
 * What run.json says: where the suite of a home is. It is written before the services start and removed when they have
 * stopped, so one that stands while nobody holds the home's lock tells of a launcher that was killed.
 *
 * @param launcher process id of the launcher
 * @param gateway address of the public door
 * @param sources address of sources-service
 * @param events address of events-service
 * @param startedAt when the launcher started
 * @param processes process ids of the services, by name
 */
public record RunState(
        long launcher, String gateway, String sources, String events, Instant startedAt, Map<String, Long> processes) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public RunState {
        processes = processes == null ? Map.of() : Map.copyOf(processes);
    }

    /** The state, or nothing when the file is absent or half written by an older, killed launcher. */
    public static Optional<RunState> read(Home home) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(home.runFile()), RunState.class));
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Failure("Cannot read " + home.runFile() + ": " + PrivateFiles.reason(e), e);
        }
    }

    /** Where the commands find the suite; a clear message when it does not run. */
    public static RunState require(Home home) {
        return read(home)
                .orElseThrow(() -> new Failure("Parley does not run on " + home.path()
                        + ". Start it with ./parley, or set PARLEY_HOME to the folder of the one that runs."));
    }

    public void write(Home home) {
        try {
            PrivateFiles.write(home.runFile(), JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new Failure("Cannot write " + home.runFile() + ": " + PrivateFiles.reason(e), e);
        }
    }

    public static void remove(Home home) {
        try {
            Files.deleteIfExists(home.runFile());
        } catch (IOException e) {
            throw new Failure("Cannot remove " + home.runFile() + ": " + PrivateFiles.reason(e), e);
        }
    }
}
