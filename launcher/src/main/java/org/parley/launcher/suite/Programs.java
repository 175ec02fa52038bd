package org.parley.launcher.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.launcher.Failure;
import org.parley.launcher.postgres.ServiceDatabase;

/**
 * Where the built services lie: in the project this launcher was built in.
 *
 * @param project its folder
 * @param archives whether the services are started to make their class archives, not to use them
 */
record Programs(Path project, boolean archives) {

    /** The project named by the system property {@code parley.project}, else the one around this jar. */
    static Programs find() {
        String named = System.getProperty("parley.project");
        if (named != null) {
            return new Programs(Path.of(named).toAbsolutePath(), false);
        }
        try {
            Path jar = Path.of(Programs.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Programs(jar.getParent().getParent().getParent(), false);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Programs archiving() {
        return new Programs(project, true);
    }

    boolean arePackaged() {
        return ServiceDatabase.SERVICES.stream().map(this::jar).allMatch(Files::exists);
    }

    void forgetArchives() throws IOException {
        for (String service : ServiceDatabase.SERVICES) {
            Files.createDirectories(archive(service).getParent());
            Files.deleteIfExists(archive(service));
        }
    }

    List<String> command(String service, List<String> javaOptions) {
        Path jar = jar(service);
        if (!Files.exists(jar)) {
            throw new Failure("There is no " + jar + ". Build it with: mvn -DskipTests package");
        }
        List<String> command = new ArrayList<>();
        // The Java that runs the launcher is one that ./parley has checked.
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        Path archive = archive(service);
        if (archives) {
            command.add("-XX:ArchiveClassesAtExit=" + archive);
        } else if (Files.exists(archive)) {
            // One that another Java made, or from before the jars were built anew, is left aside by Java itself.
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }

    /** What tells one build of a service from another: names, sizes and times of the jars that this project makes. */
    String build(String service) {
        Path app = jar(service).getParent();
        List<String> jars = new ArrayList<>();
        for (Path folder : List.of(app.resolve("app"), app.resolve("lib/main"))) {
            try (DirectoryStream<Path> ours = Files.newDirectoryStream(folder, "*parley*.jar")) {
                for (Path file : ours) {
                    jars.add(file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        jars.sort(null);
        return String.join(", ", jars);
    }

    /** PostgreSQL's programs, unpacked once by the build: unpacking is most of the time of a first start. */
    Path postgres() {
        return project.resolve("launcher/target/archive/postgres");
    }

    private Path jar(String service) {
        return project.resolve(service.equals("gateway") ? service : service + "-service")
                .resolve("target/quarkus-app/quarkus-run.jar");
    }

    private Path archive(String service) {
        return project.resolve("launcher/target/archive").resolve(service + ".jsa");
    }
}
