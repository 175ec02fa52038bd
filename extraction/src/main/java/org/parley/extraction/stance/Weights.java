package org.parley.extraction.stance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** How much each feature speaks for a choice. Learned by {@code LinkTrainer} of the training module; immutable once read. */
final class Weights {

    private final Map<String, Float> byFeature;

    private Weights(Map<String, Float> byFeature) {
        this.byFeature = byFeature;
    }

    /** The model in a resource beside this class: a feature and its weight a line, a tab between. */
    static Weights read(String name) {
        try (InputStream in = Weights.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the engine's model is missing: " + name);
            }
            Map<String, Float> byFeature = new HashMap<>();
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                byFeature.put(line.substring(0, tab), Float.valueOf(line.substring(tab + 1)));
            }
            return new Weights(byFeature);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the engine's model " + name, e);
        }
    }

    double sum(List<String> features) {
        double sum = 0;
        for (String feature : features) {
            sum += byFeature.getOrDefault(feature, 0f);
        }
        return sum;
    }
}
