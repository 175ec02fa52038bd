package org.parley.events.webhook;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is in hand for one endpoint: no endpoint gets more than a few connections, however slow it is. */
final class Lane {

    /** As many as the way to the outside opens to one host. */
    static final int CONNECTIONS = 4;

    private static final int QUICK_MILLIS = 500;

    private final Deque<Claimed> queue = new ArrayDeque<>();
    private int sending;
    private boolean quick;

    synchronized void add(Claimed delivery) {
        queue.add(delivery);
    }

    /** Whether one more sender may start. */
    synchronized boolean start() {
        if (sending >= CONNECTIONS) {
            return false;
        }
        sending++;
        return true;
    }

    /** What to send next; null ends the sender. */
    synchronized Claimed next() {
        Claimed next = queue.poll();
        if (next == null) {
            sending--;
        }
        return next;
    }

    synchronized void note(Outcome outcome) {
        quick = outcome.arrived() && outcome.millis() < QUICK_MILLIS;
    }

    synchronized boolean isQuick() {
        return quick;
    }

    synchronized boolean isFull() {
        return queue.size() + sending >= CONNECTIONS && (!quick || queue.size() > 2 * CONNECTIONS);
    }
}
