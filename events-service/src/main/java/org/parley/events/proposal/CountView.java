package org.parley.events.proposal;

import java.util.List;
import org.parley.events.receipt.ReceiptView;

/** A number of points that articles state for a version. */
public record CountView(int value, List<ReceiptView> receipts) {}
