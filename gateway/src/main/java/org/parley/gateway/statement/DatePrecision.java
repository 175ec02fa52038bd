package org.parley.gateway.statement;

import org.eclipse.microprofile.graphql.Description;

/** How exact a date is. */
@Description("How exact a date is.")
public enum DatePrecision {
    @Description("The day.")
    DAY,

    @Description("The week that begins there.")
    WEEK,

    @Description("The month that begins there.")
    MONTH,

    @Description("The year that begins there.")
    YEAR
}
