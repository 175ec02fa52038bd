package org.parley.kit.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/**
 * What a change holds.
 *
 * @param before the row as it was, or null for a new one
 * @param after the row as it is, or null for one that is gone
 * @param reason why it changed, such as {@code INTAKE}
 */
@JsonInclude(Include.NON_NULL)
public record ChangeData(Object before, Object after, String reason) {}
