package org.parley.gateway.kept;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What answers are kept. */
@ConfigMapping(prefix = "parley.kept-answers")
interface KeptConfig {

    /** Bytes of all answers that are kept, with their questions; 0: none is. */
    @WithDefault("16777216")
    long mostBytes();
}
