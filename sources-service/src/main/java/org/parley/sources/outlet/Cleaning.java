package org.parley.sources.outlet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/**
 * How the text of an outlet's pages is found, where the usual way does not find it.
 *
 * @param main CSS selector of the element that holds the text, or null
 * @param strip CSS selectors of what is taken out first
 */
@JsonInclude(Include.NON_NULL)
public record Cleaning(String main, List<String> strip) {}
