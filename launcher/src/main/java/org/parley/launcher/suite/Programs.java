package org.parley.launcher.suite;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.launcher.Failure;

/** Where the built services lie: in the project this launcher was built in. */
record Programs(Path project) {

    /** The project named by the system property {@code parley.project}, else the one around this jar. */
    static Programs find() {
        String named = System.getProperty("parley.project");
        if (named != null) {
            return new Programs(Path.of(named).toAbsolutePath());
        }
        try {
            Path jar = Path.of(Programs.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Programs(jar.getParent().getParent().getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> command(String service, List<String> javaOptions) {
        Path jar = project.resolve(service.equals("gateway") ? service : service + "-service")
                .resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Failure("There is no " + jar + ". Build it with: mvn -DskipTests package");
        }
        List<String> command = new ArrayList<>();
        // The Java that runs the launcher is one that ./parley has checked.
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }
}
