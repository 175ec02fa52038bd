package org.parley.gateway.statement;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.eclipse.microprofile.graphql.Description;

/** What the speaker does in saying it, by the verb or phrase that reports it. */
@Description("What the speaker does in saying it, by the verb or phrase that reports it.")
public enum SpeechAct {
    @Description("Has not said something that was asked for.")
    ABSENCE,

    @Description("Grants that it is so.")
    ACKNOWLEDGE,

    @Description("Makes something known.")
    ANNOUNCE,

    @Description("Puts a question or a request.")
    ASK,

    @Description("Says that it is so.")
    ASSERT,

    @Description("Limits what was said before.")
    CAVEAT,

    @Description("Bears out what others said.")
    CONFIRM,

    @Description("Calls for something.")
    DEMAND,

    @Description("Says that it is not so.")
    DENY,

    @Description("Waves it away.")
    DISMISS,

    @Description("Judges it.")
    EVALUATE,

    @Description("Commands it.")
    ORDER,

    @Description("Speaks well of it.")
    PRAISE,

    @Description("Says what will be.")
    PREDICT,

    @Description("Commits to it.")
    PROMISE,

    @Description("Puts it forward.")
    PROPOSE,

    @Description("Turns it down.")
    REJECT,

    @Description("Passes on what happened.")
    REPORT,

    @Description("Shows an inclination.")
    SIGNAL,

    @Description("Holds a view.")
    THINK,

    @Description("Announces harm on a condition.")
    THREATEN,

    @Description("Points to a danger.")
    WARN,

    @Description("Something newer than this schema.")
    @JsonEnumDefaultValue
    OTHER
}
