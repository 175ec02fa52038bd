package org.parley.events.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;
import org.parley.events.receipt.ReceiptView;
import org.parley.extraction.Basis;
import org.parley.extraction.Channel;

/**
 * A circumstance of a statement.
 *
 * @param kind of a channel, else null
 * @param outletId of a via that is an outlet we know, else null
 */
@JsonInclude(Include.NON_NULL)
public record DetailView(Channel.Kind kind, String value, ReceiptView receipt, Basis basis, UUID outletId) {}
