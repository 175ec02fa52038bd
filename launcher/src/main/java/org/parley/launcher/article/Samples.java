package org.parley.launcher.article;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.parley.launcher.Failure;
import org.parley.launcher.client.SuiteClient;

/** The dossier a first start brings: nine articles of invented outlets about invented ceasefire talks. */
public final class Samples {

    private static final List<String> NAMES = List.of("01", "02", "03", "04", "05", "06", "07", "08", "09");

    private Samples() {}

    /** Imports them like anybody's articles. The number of articles. */
    public static int load(SuiteClient suite) {
        Upload upload = new Upload(suite, fate -> {}, bytes -> {});
        for (String name : NAMES) {
            String file = name + ".json";
            Fate fate = upload.single(file, file, ArticleFile.Kind.JSON, read(file));
            if (fate.kind() == Fate.Kind.REFUSED) {
                throw new Failure("The sample article " + fate.where() + " was refused: " + fate.why());
            }
        }
        return NAMES.size();
    }

    private static byte[] read(String file) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/ceasefire/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Failure("Cannot read the sample article " + file, e);
        }
    }
}
