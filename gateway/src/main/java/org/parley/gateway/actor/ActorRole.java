package org.parley.gateway.actor;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.gateway.statement.Receipt;

/** What an actor was, and when. */
@Description("What an actor was, and when, as far as articles say.")
public record ActorRole(
        @NonNull @Description("The role, as printed.") String role,
        @Description("The first day it is known from.") LocalDate from,
        @Description("The last day it is known from.") LocalDate to,
        @Description("Where it is said.") Receipt receipt) {}
