package org.parley.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.parley.launcher.Failure;

/** The folder that holds everything of one installation: keys, database, logs. Only its owner can look inside. */
public record Home(Path path) {

    /** The folder {@code PARLEY_HOME} names, else {@code .parley} in the working directory. It need not exist yet. */
    public static Home of(Map<String, String> environment) {
        String named = environment.get("PARLEY_HOME");
        Path path = named == null || named.isBlank() ? Path.of(".parley") : Path.of(named);
        return new Home(path.toAbsolutePath().normalize());
    }

    /** Makes the folders, readable for the owner alone. */
    public void create() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new Failure("PARLEY_HOME " + path + " is a file. Name a folder.");
        }
        try {
            for (Path folder : new Path[] {path, keys(), passwords(), logs(), postgres()}) {
                PrivateFiles.folder(folder);
            }
        } catch (IOException e) {
            throw new Failure("Cannot make the folder " + path + ": " + PrivateFiles.reason(e), e);
        }
    }

    public Path keys() {
        return path.resolve("keys");
    }

    public Path passwords() {
        return keys().resolve("postgres");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    /** Tells the other commands where the running suite is. */
    public Path runFile() {
        return path.resolve("run.json");
    }

    /** Stands once the samples were loaded, or not wanted at the first start. */
    public Path samplesMark() {
        return path.resolve("samples");
    }

    Path lockFile() {
        return path.resolve("lock");
    }
}
