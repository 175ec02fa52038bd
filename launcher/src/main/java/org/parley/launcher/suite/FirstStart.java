package org.parley.launcher.suite;

import java.io.IOException;
import java.nio.file.Files;
import org.parley.launcher.Failure;
import org.parley.launcher.Terminal;
import org.parley.launcher.article.Samples;
import org.parley.launcher.client.SuiteClient;
import org.parley.launcher.home.Home;
import org.parley.launcher.home.PrivateFiles;

/** What only the first start of a home does: load the samples. */
final class FirstStart {

    private FirstStart() {}

    /** A start that was interrupted here does it again: articles that are there already are recognised. */
    static void samples(Home home, boolean wanted) {
        if (Files.exists(home.samplesMark())) {
            return;
        }
        try {
            if (wanted) {
                int count = Samples.load(SuiteClient.of(home));
                Terminal.say("Loaded the sample dossier: " + count
                        + " articles on fictional ceasefire talks. (./parley up --no-samples starts empty.)");
            }
            PrivateFiles.write(home.samplesMark(), wanted ? "loaded\n" : "not wanted\n");
        } catch (IOException e) {
            throw new Failure("Cannot write " + home.samplesMark() + ": " + PrivateFiles.reason(e), e);
        }
    }
}
