package org.parley.events.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Another engine beside our own: a model behind an address that speaks OpenAI's chat completions. Off without an address. */
@ConfigMapping(prefix = "parley.other-engine")
interface OtherEngineConfig {

    /** What stands before {@code /chat/completions}, such as {@code http://127.0.0.1:11434/v1}. It is trusted, and gets the texts of all articles. */
    Optional<String> url();

    /** The model asked for. */
    @WithDefault("default")
    String model();

    /** A file that holds the key to send, if one is needed. */
    Optional<Path> keyFile();

    /** How long one answer may take. */
    @WithDefault("120s")
    Duration timeout();

    /** After so many answers that cannot be used, an article is left as failed. */
    @WithDefault("3")
    int attempts();

    /** The pause after a failure, where the other side asks for none; it doubles with each. */
    @WithDefault("30s")
    Duration pause();

    /** Longer texts are not asked about, in characters. */
    @WithDefault("60000")
    int longestText();
}
