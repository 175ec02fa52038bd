package org.parley.gateway.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** Which decisions, as events-service reads it; null for all. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionFilter(List<String> subject) {}
