package org.parley.events.actor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;
import org.parley.extraction.Speaker;

/** An actor where another row names it. */
@JsonInclude(Include.NON_NULL)
public record ActorRef(UUID id, String name, Speaker.Kind kind) {}
