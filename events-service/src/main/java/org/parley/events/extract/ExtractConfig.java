package org.parley.events.extract;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How articles are read. */
@ConfigMapping(prefix = "parley.extract")
interface ExtractConfig {

    /** Articles read at the same time; by default as many as there are processor cores. 0: none in this replica. */
    OptionalInt workers();

    /** How long a claim holds. Has to be longer than reading any article takes. */
    @WithDefault("60s")
    Duration lease();

    /** After so many failed attempts an article is left as failed. */
    @WithDefault("5")
    int attempts();

    /** The pause after a first failure; it doubles with each. */
    @WithDefault("2s")
    Duration pause();

    /** How many texts {@code POST /v1/extractions} reads at the same time; more are refused. */
    @WithDefault("4")
    int concurrentRequests();

    /** The longest text {@code POST /v1/extractions} takes, in characters. */
    @WithDefault("500000")
    int longestText();
}
