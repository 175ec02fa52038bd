package org.parley.extraction.detail;

import org.parley.extraction.Channel;
import org.parley.extraction.Detail;
import org.parley.extraction.StatedOn;

/** When, where, on what occasion, how, through whom and to whom something was said; what the text does not say is null. */
public record Circumstances(
        StatedOn statedOn, Detail place, Detail occasion, Channel channel, Detail via, Detail addressee) {}
